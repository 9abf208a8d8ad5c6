const BYTES_AT_ONCE = 0x8000;

/**
 * @param {Uint8Array} bytes
 * @returns {string} The bytes in base64 (RFC 4648), with padding.
 */
export function toBase64(bytes) {
  let binary = "";
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + BYTES_AT_ONCE));
  }
  return btoa(binary);
}

/**
 * @param {any} text
 * @returns {Uint8Array<ArrayBuffer> | null} The bytes, or null for anything that `toBase64` would not have written.
 */
export function fromBase64(text) {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < bytes.length; index += 1) {
      bytes[index] = binary.charCodeAt(index);
    }
    return btoa(binary) === text ? bytes : null;
  } catch {
    return null;
  }
}
