// What page and worker call the same things. Boards in other folders of an origin have their own.
export const cacheName = (what, folder) => `paceboard ${what} ${new URL(folder).pathname}`;
