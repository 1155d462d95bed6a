import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where something that ships lies in the package's root, whether this runs from its source or its build. */
export const shippedPath = (name: string): string | undefined => {
  for (let dir = import.meta.dirname; ; dir = path.dirname(dir)) {
    const found = path.join(dir, name);
    if (existsSync(found)) return found;
    if (dir === path.dirname(dir)) return undefined;
  }
};
