import { defineConfig } from 'vitest/config';

const source = '@xiuhua/source';

/** Unit, law, API and store tests of the three packages, and of phones and server together, run on the sources without a build. */
export default defineConfig({
  test: {
    // Every core works; the default leaves one idle, half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { conditions: [source] },
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: { name: 'engine', root: 'packages/engine', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: { name: 'server', root: 'packages/server', include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        resolve: { conditions: [source] },
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: { name: 'together', root: 'e2e', include: ['together/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        resolve: { conditions: [source, 'module', 'browser', 'development|production'] },
        test: {
          name: 'designer',
          root: 'packages/designer',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['./src/test-setup.ts'],
          testTimeout: 20_000,
          server: { deps: { inline: [/antd\/es/, /@rjsf\/antd/] } },
        },
      },
    ],
  },
});
