/** Takes the place of fetch-json.ts in the single-file edition: what is fetched elsewhere lies in the page itself. */

export async function fetchJson<T>(url: string): Promise<T> {
  const text = document.getElementById(url)?.textContent;
  if (text == null) throw new Error(`${url} is not in this file`);
  return JSON.parse(text) as T;
}
