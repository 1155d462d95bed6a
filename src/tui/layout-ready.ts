/** When Ink can lay out. Ink waits for that itself as it is loaded; a file that is loaded in one go (scripts/seat-file) has to be waited for. */
export const layoutReady: Promise<unknown> = Promise.resolve();
