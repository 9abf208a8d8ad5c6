// The remainders of each byte for the reversed polynomial of zip, PNG and zlib.
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

/**
 * The CRC-32 of bytes, as in zip files: notices damage by accident, not on purpose.
 *
 * @param {Uint8Array} bytes
 * @returns {string} Eight hexadecimal digits in lower case.
 */
export function checksum(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest = (rest >>> 8) ^ CRC_TABLE[(rest ^ byte) & 0xff];
  }
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
