import { shippedPath } from '../files/shipped-path.ts';

/** The file of the wire by the names and codes of JGJ/T 320-2014; undefined when the program was installed without it. */
export const shippedMappingFile = (): string | undefined => shippedPath('fund-mapping/jgj-t-320.yaml');
