import type { Topic } from '../../kb/topics.ts';

/** A group of topics with its domain, for groups of two domains may have one name: `gongjijin/贷款`. */
export const groupOf = ({ domain, group }: Pick<Topic, 'domain' | 'group'>): string => `${domain}/${group}`;
