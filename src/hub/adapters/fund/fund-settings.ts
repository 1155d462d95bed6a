/** The fund that a hub asks, as its operator names it. */
export interface FundSettings {
  /** The base address of the fund's query service, or `sandbox`. */
  readonly fund: string;
  /** The mapping file of its wire; the standard's when none is given. */
  readonly mappingFile: string | undefined;
  /** The key by which questions are signed, and the file that holds its secret. */
  readonly signing: { readonly keyId: string; readonly secretFile: string } | undefined;
  /** PEM files: our certificate chain and its key. */
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** PEM file: who vouches for the fund, instead of the usual authorities. */
  readonly caFile: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly concurrency: number | undefined;
  /** Personal data may go over the network in the clear: something else, such as a tunnel, protects it. */
  readonly inClear: boolean;
  /** Of what the sandbox is made. */
  readonly sandbox: { readonly seed: number | undefined; readonly people: number | undefined };
}
