import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Modules that are fetched when they are first needed. */
const fetchedLater =
  /\/inspect\/(find|register|outbox|settings|preview)\/(?!size)|take-back|\/send\/export|phone-file|NoRole|\/inputs\/(Place|Table|Signature)Field|\/lock\/(LockScreen|PinPanel|words)|\/fill\/stamp|\/node_modules\/qr\//;

/** The form and what only it needs: the checklist with its conditions. Fetched as soon as the list stands. */
const form = /\/inspect\/fill\/(?!(draft|id)\.)|\/engine\/src\/(checklist|expression|organization|place|responsibility)\//;

/** The inspect door: its own small build and service worker, without antd. Runs after the other build. */
export default defineConfig({
  root: 'inspect',
  base: '/inspect/',
  publicDir: '../public',
  plugins: [
    react(),
    VitePWA({
      // A newer version is offered; it never takes over by itself in the middle of a form.
      registerType: 'prompt',
      injectRegister: false,
      scope: '/inspect/',
      manifest: {
        id: '/inspect/',
        name: '绣花 · 现场检查',
        short_name: '现场检查',
        lang: 'zh-CN',
        start_url: '/inspect/',
        scope: '/inspect/',
        display: 'standalone',
        background_color: '#f6f7f9',
        theme_color: '#1f4e8c',
        icons: [{ src: '/inspect/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,webmanifest}'],
        navigateFallback: '/inspect/index.html',
        navigateFallbackAllowlist: [/^\/inspect\//],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: { conditions: ['@xiuhua/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' }, fs: { allow: ['..', '../../engine'] } },
  build: {
    // The oldest browser of an inspector's phone; what is built is held against it by a test (e2e/inspect-built.spec.ts).
    target: 'chrome100',
    outDir: '../dist/inspect',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first load needs is one file and the form another, which packs best; what is fetched later stays apart.
          includeDependenciesRecursively: false,
          groups: [
            { name: 'form', test: (id) => form.test(id) && !fetchedLater.test(id), priority: 10 },
            { name: 'door', test: (id) => !fetchedLater.test(id) && !form.test(id), priority: 20 },
          ],
        },
      },
    },
  },
});
