/** The compiler's version, for the headers of what it writes. A test holds it to package.json's. */
export const version = "0.1.0";
