import { defineConfig } from 'vitest/config';

/** `npm run pictures`: draws every screen as an SVG, in all sizes and both languages. */
export default defineConfig({
  test: { include: ['test/pictures/draw-pictures.ts'], testTimeout: 300_000, env: { FORCE_COLOR: '3' } },
});
