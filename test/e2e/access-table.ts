/** Who calls what, and the status of the answer. `{id}` is a request of JAM to the USA, a fresh one for each caller. */
const table = `
                                                            JAM JAM USA USA KEN KEN     NCB no    tam-  ex-
                                                            off lia off lia off lia co- JAM token pered pired
GET  /health/live                                           200 200 200 200 200 200 200 200 200   200   200
GET  /health/ready                                          200 200 200 200 200 200 200 200 200   200   200
GET  /metrics                                               200 200 200 200 200 200 200 200 200   200   200
GET  /docs                                                  200 200 200 200 200 200 200 200 200   200   200
GET  /openapi.json                                          200 200 200 200 200 200 200 200 200   200   200
GET  /v1/actor                                              200 200 200 200 200 200 200 200 401   401   401
GET  /v1/participants                                       200 200 200 200 200 200 200 200 401   401   401
GET  /v1/participants/{code}                                200 200 200 200 200 200 200 200 401   401   401
PUT  /v1/participants/{code}/point-of-contact               200 403 403 403 403 403 200 403 401   401   401
PUT  /v1/participants/{code}/review-policy                  200 403 403 403 403 403 403 403 401   401   401
PUT  /v1/participants/{code}/lapse-policy                   200 403 403 403 403 403 403 403 401   401   401
GET  /v1/participants/{code}/history                        200 200 200 200 200 200 200 403 401   401   401
GET  /v1/participants/{code}/points-of-contact              200 200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/points-of-contact              201 403 403 403 403 403 201 403 401   401   401
PUT  /v1/participants/{code}/points-of-contact/{number}     404 403 403 403 403 403 404 403 401   401   401
GET  /v1/participants/{code}/delegations                    200 200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/delegations                    201 403 403 403 403 403 403 403 401   401   401
POST /v1/participants/{code}/delegations/{number}/end       404 403 403 403 403 403 403 403 401   401   401
GET  /v1/participants/{code}/marking-practices              200 200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/marking-practices              201 403 403 403 403 403 201 403 401   401   401
PUT  /v1/participants/{code}/marking-practices/{number}     404 403 403 403 403 403 404 403 401   401   401
POST /v1/directory/suggestions                              200 403 200 403 200 403 403 403 401   401   401
GET  /v1/requests/export?format=csv                         200 403 200 403 200 403 403 403 401   401   401
GET  /v1/cases/export?format=json                           200 403 200 403 200 403 403 403 401   401   401
POST /v1/requests                                           201 403 422 403 201 403 403 403 401   401   401
GET  /v1/requests                                           200 200 200 200 200 200 200 403 401   401   401
GET  /v1/requests?status=answered                           200 200 200 200 200 200 200 403 401   401   401
GET  /v1/requests?status=draft                              200 200 200 200 200 200 200 403 401   401   401
GET  /v1/requests/{id}                                      200 200 404 404 404 404 200 200 401   401   401
GET  /v1/requests/{id}/follow-on                            409 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/duplicates                                200 403 200 403 200 403 403 403 401   401   401
GET  /v1/traces/{id}                                        200 200 200 200 404 404 200 403 401   401   401
POST /v1/requests/drafts                                    201 403 201 403 201 403 403 403 401   401   401
PUT  /v1/requests/{id}/draft                                200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/approval                             200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/submission                           200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/information                          200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/information-refusal                  200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/reminders                            200 403 404 403 404 403 403 200 401   401   401
POST /v1/requests/{id}/clarifications                       200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/consents                             200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/disclosure-notices                   200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/reopening                            200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/lapse                                403 403 403 403 403 403 200 403 401   401   401
POST /v1/requests/{id}/duplicate                            200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/resending                            409 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/withdrawal                           200 403 404 403 404 403 403 403 401   401   401
POST /v1/requests/{id}/closure                              200 403 404 403 404 403 403 403 401   401   401
GET  /v1/cases                                              200 200 200 200 200 200 200 403 401   401   401
GET  /v1/cases?status=answered                              200 200 200 200 200 200 200 403 401   401   401
GET  /v1/cases/{id}                                         404 404 200 200 404 404 200 403 401   401   401
GET  /v1/cases/{id}/cross-hits                              404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/acknowledgement                         404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/questions                               404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/search                                  404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/delays                                  404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/answers                                 404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/supplements                             404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/corrections                             404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/restrictions                            404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/restrictions/lifting                    404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/clarifications/{number}                 404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/redirection                             404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/consents/{number}                       404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/answer                                  404 403 200 403 404 403 403 403 401   401   401
POST /v1/cases/{id}/refusal                                 404 403 200 403 404 403 403 403 401   401   401
POST /v1/imports                                            202 403 202 403 202 403 403 403 401   401   401
GET  /v1/imports                                            200 403 200 403 200 403 403 403 401   401   401
GET  /v1/imports/template.csv                               200 200 200 200 200 200 200 403 401   401   401
GET  /v1/imports/{import}                                   200 403 404 403 404 403 403 403 401   401   401
POST /v1/photographs                                        201 403 201 403 201 403 403 403 401   401   401
GET  /v1/photographs?request={id}                           200 403 200 403 200 403 403 403 401   401   401
GET  /v1/photographs/{sha256}                               200 403 404 403 404 403 403 403 401   401   401
GET  /v1/live                                               200 200 200 200 200 200 200 200 401   401   401
GET  /v1/oversight/pairs                                    200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/pairs?requesting=JAM&responding=USA      200 200 200 200 403 403 200 403 401   401   401
GET  /v1/oversight/pairs/years                              200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/pairs/years?requesting=JAM&responding=USA 200 200 200 200 403 403 200 403 401   401   401
GET  /v1/oversight/deadlines                                200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/deadlines?requesting=JAM&responding=USA  200 200 200 200 403 403 200 403 401   401   401
GET  /v1/oversight/years                                    200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/years?requesting=JAM&responding=USA      200 200 200 200 403 403 200 403 401   401   401
GET  /v1/oversight/waits?clock=answer                       200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/requests?figure=delivered                200 200 200 200 200 200 200 403 401   401   401
GET  /v1/oversight/requests?figure=overdue&requesting=JAM&responding=USA 200 200 200 200 403 403 200 403 401   401   401
`;

/** The columns of the table. */
export const callers = [
  ...['JAM officer', 'JAM liaison', 'USA officer', 'USA liaison', 'KEN officer', 'KEN liaison'],
  ...['coordinator', 'liaison desk', 'no token', 'tampered token', 'expired token'],
];
export const ofTheTwoStates = ['JAM officer', 'USA officer'];

export const rows = table
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(/\s+/))
  .map(([method = '', path = '', ...statuses]) => ({ method, path, statuses: statuses.map(Number) }));
