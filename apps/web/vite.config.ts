import { defineConfig } from 'vite';

/** Where `tqrs serve` is while somebody works on the page. */
const SERVER = 'http://127.0.0.1:8501';

/** The build of the page. Nothing stands inline: the server's policy allows no such thing. */
export default defineConfig({
  root: 'src/page',
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': SERVER, '/reports': SERVER } },
});
