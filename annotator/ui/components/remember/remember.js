// Keeps the reviewer's name in a cookie, so that a reload or a new tab finds it again.
export default function remember({ data }) {
  const pair = `${data.cookie}=${encodeURIComponent(data.name)}`;
  if (!document.cookie.split("; ").includes(pair)) {
    document.cookie = `${pair}; path=/; max-age=31536000; samesite=strict`;
  }
}
