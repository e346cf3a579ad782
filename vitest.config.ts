import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = '@xiuhua/source';
const laws = fileURLToPath(new URL('scripts/laws.mjs', import.meta.url));

/**
 * Unit, law, API and store tests of the three packages, and of phones and server together, run on the sources without a
 * build. Files share a worker and what it has loaded: loading the sources anew for each cost more than most of the tests.
 * What a file leaves behind in the page, `test-setup.ts` of the designer clears away.
 */
export default defineConfig({
  test: {
    // Every core works; the default leaves one idle, half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { conditions: [source] },
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: {
          name: 'engine',
          root: 'packages/engine',
          include: ['src/**/*.test.ts'],
          setupFiles: [laws],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: {
          name: 'server',
          root: 'packages/server',
          include: ['src/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: [source] },
        ssr: { resolve: { conditions: [source, 'node'] } },
        test: {
          name: 'together',
          root: 'e2e',
          include: ['together/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: [source, 'module', 'browser', 'development|production'] },
        test: {
          name: 'designer',
          root: 'packages/designer',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: [laws, './src/test-setup.ts'],
          isolate: false,
          testTimeout: 20_000,
          server: { deps: { inline: [/antd\/es/, /@rjsf\/antd/] } },
        },
      },
    ],
  },
});
