/** An address below the stand-alone page that is none: the page's own frame says so, in the visitor's language. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
