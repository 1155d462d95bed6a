import http from 'node:http';

export interface RawRequest {
  method?: string;
  /** As it goes out on the wire: nothing is encoded, normalised or checked. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface RawReply {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** One HTTP request without a client's manners: what the typed client would refuse to send. */
export const rawRequest = (base: string, { method = 'GET', path, headers = {}, body }: RawRequest): Promise<RawReply> =>
  new Promise((resolve, reject) => {
    const request = http.request(base, { method, path, headers, agent: false });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode!, headers: response.headers, text });
      });
    });
    request.end(body);
  });
