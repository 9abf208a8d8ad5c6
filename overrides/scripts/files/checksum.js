// The remainders of each byte for the reversed polynomial of zip, PNG and zlib.
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/**
 * The CRC-32 of bytes, as in zip files: notices damage by accident, not on purpose.
 *
 * @param {Uint8Array} bytes
 * @returns {string} Eight hexadecimal digits in lower case.
 */
export function checksum(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder = (remainder >>> 8) ^ CRC_TABLE[(remainder ^ byte) & 0xff];
  }
  return ((remainder ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
