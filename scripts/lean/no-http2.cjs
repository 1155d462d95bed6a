/** Stands in for undici's HTTP/2: agents and pools are made with `allowH2: false`. */
module.exports = () => {
  throw new Error('HTTP/2 is not bundled: see scripts/lean');
};
