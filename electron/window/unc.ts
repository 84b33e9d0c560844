/** Two separators, then a computer's name, or the long form that says UNC before it. */
const onShare = /^[\\/]{2}(?:\?[\\/]UNC[\\/]|(?![.?][\\/]))[^\\/]+[\\/]/i;

/** True for a path that names another computer. A drive letter mapped to a share cannot be told from a disk. */
export const isOnShare = (path: string): boolean => onShare.test(path);
