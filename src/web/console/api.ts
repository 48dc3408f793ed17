import type { CaseDetail, CaseList, ServiceList } from '../../contract/console';

/** A call of the console's API. @throws Error with the HTTP status as its message */
async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/console/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const me = (): Promise<{ name: string }> => call('GET', 'me');
export const login = (name: string, password: string): Promise<{ name: string }> =>
  call('POST', 'login', { name, password });
export const logout = (): Promise<void> => call('POST', 'logout', {});
export const listCases = (): Promise<CaseList> => call('GET', 'cases?limit=100');
export const getCase = (receipt: string): Promise<CaseDetail> =>
  call('GET', `cases/${encodeURIComponent(receipt)}`);
export const listServices = (): Promise<ServiceList> => call('GET', 'services');
export const correctService = (receipt: string, service: string): Promise<void> =>
  call('POST', `cases/${encodeURIComponent(receipt)}/correction`, { service });
