/** Stands in for a validator of JSON schemas. */
const none = (): never => {
  throw new Error('stores with a schema are not bundled: see scripts/lean');
};

export { none as Ajv2020, none as default };
