/** Every address that nothing else answers: the root's error page says so in the visitor's language. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
