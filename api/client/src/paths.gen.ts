// Generated from openapi.json. Do not edit.
export interface paths {
  '/api/activation/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the activation code to the registered phone
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            ticket: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              resendInSeconds: number;
              expiresInSeconds: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/activation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove the phone, set the first password, sign in
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            ticket: string;
            code: string;
            newPassword: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'signedIn';
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Forgotten password: open the step that sends a code
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description 身份证号, as typed */
            idNumber: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              ticket: string;
              phoneTail: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recovery/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the recovery code to the verified phone
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            ticket: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              resendInSeconds: number;
              expiresInSeconds: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recovery/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove the phone, set a new password, sign in; other sessions end
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            ticket: string;
            code: string;
            newPassword: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'signedIn';
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Service numbers and the warnings of the handbook
     * @description Permission: public
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description service numbers of the training centre */
              service: string[];
              /** @description customer service of the platform */
              platform: string;
              /** @description of the handbook, word for word */
              phoneWarning: string;
              /** @description of the handbook, word for word */
              warnings: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/hand-overs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A one-time link and QR code that open a lesson or the rehearsal, signed in, in another browser
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | {
                /** @enum {string} */
                place: 'lesson';
                /** Format: uuid */
                enrolmentId: string;
                /** Format: uuid */
                lessonId: string;
              }
            | {
                /** @enum {string} */
                place: 'rehearsal';
              };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description Good once and shortly; whoever has it is the learner */
              url: string;
              /** @description The same as a QR code */
              qrSvg: string;
              /** Format: date-time */
              expiresAt: string;
              goodForSeconds: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hand-overs/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a link would do, to be confirmed first; uses nothing up
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            token: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              holderMasked: string;
              /** @enum {string} */
              place: 'lesson' | 'rehearsal';
              lessonTitle: string | null;
              savedSeconds: number | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hand-overs/take': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Uses the link up: signs this browser in under a session of its own
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            token: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              place: 'lesson' | 'rehearsal';
              enrolmentId: string | null;
              lessonId: string | null;
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change my password; other sessions end, this one gets a new id
     * @description Permission: learner
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            currentPassword: string;
            newPassword: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'signedIn';
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/access-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who looked at my pictures, ID number or phone, and why
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                what: 'snapshot' | 'portrait' | 'idCard' | 'idNumber' | 'phone';
                who: string;
                role: string;
                reason: string;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where I am signed in
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                id: string;
                current: boolean;
                /** @description what the browser says it is */
                device: string;
                /** Format: date-time */
                signedInAt: string;
                /** Format: date-time */
                lastSeenAt: string;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign out there
     * @description Permission: learner
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who am I, and the token for changes
     * @description Permission: public
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              kind: 'anonymous' | 'learner' | 'staff';
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
              id: string | null;
              displayName: string | null;
              roles: ('auditor' | 'seniorAuditor' | 'support' | 'registrar' | 'admin')[];
              permissions: (
                | 'accommodations.record'
                | 'apiKeys.manage'
                | 'appeals.decide'
                | 'audits.accept'
                | 'audits.proposeClear'
                | 'audits.read'
                | 'audits.signClear'
                | 'calendars.manage'
                | 'certificates.import'
                | 'certificates.read'
                | 'courses.manage'
                | 'decisions.whatIf'
                | 'enrolments.read'
                | 'enrolments.reopen'
                | 'enrolments.write'
                | 'images.view'
                | 'learners.read'
                | 'learners.unlock'
                | 'learners.unmask'
                | 'notices.read'
                | 'notices.retry'
                | 'phones.correct'
                | 'policies.manage'
                | 'processes.mend'
                | 'processes.read'
                | 'questions.manage'
                | 'registry.manage'
                | 'staff.manage'
              )[];
              /** @description true outside production: codes are shown in the SMS outbox */
              demo: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    /**
     * Sign out
     * @description Permission: public
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/learner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with ID number and password; the initial password opens the activation step
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description 身份证号, as typed */
            idNumber: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json':
              | {
                  /** @enum {string} */
                  outcome: 'signedIn';
                  /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
                  csrfToken: string;
                }
              | {
                  /** @enum {string} */
                  outcome: 'activation';
                  ticket: string;
                  /** @description last four digits of the registered phone */
                  phoneTail: string;
                };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign staff in with password and TOTP
     * @description Permission: public
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            login: string;
            password: string;
            totp: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'signedIn';
              /** @description send as `x-csrf-token` with every change; empty when nobody is signed in */
              csrfToken: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Undecided appeals that one may decide, soonest due first, without names
     * @description Permission: appeals.decide
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number;
                /** Format: date-time */
                filedAt: string;
                /** Format: date-time */
                dueAt: string;
                workingDaysLeft: number;
                /** @description It has been escalated; lapse of time decides nothing */
                overdue: boolean;
                /** @description Names and numbers in it are hidden */
                text: string;
                state: string;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An appeal with its case, without names
     * @description Permission: appeals.decide
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              appeal: {
                /** Format: uuid */
                id: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number;
                /** Format: date-time */
                filedAt: string;
                /** Format: date-time */
                dueAt: string;
                workingDaysLeft: number;
                /** @description It has been escalated; lapse of time decides nothing */
                overdue: boolean;
                /** @description Names and numbers in it are hidden */
                text: string;
                state: string;
              };
              case: {
                portraitUrl: string | null;
                portraitMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                snapshots: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sessionId: string;
                  /** Format: date-time */
                  takenAt: string;
                  /** @enum {string} */
                  outcome: 'pending' | 'matched' | 'uncertain' | 'missed' | 'fault';
                  reason: string | null;
                  portraitDistance: number | null;
                  entryDistance: number | null;
                  thresholdsVersion: string | null;
                  modelId: string | null;
                  flags: string[];
                  imageUrl: string;
                  /** @description The learner withdrew the consent to keep it: the verdict stands without a picture */
                  pictureForgotten: boolean;
                }[];
                faceChecks: {
                  /** Format: uuid */
                  id: string;
                  sessionId: string | null;
                  /** @enum {string} */
                  kind: 'entry' | 'recheck' | 'rehearsal';
                  at: string | null;
                  actions: string[];
                  outcome: string | null;
                  reason: string | null;
                  distance: number | null;
                  frames: string[];
                  /** @description The learner withdrew the consent to keep it: the verdict stands without a picture */
                  pictureForgotten: boolean;
                }[];
                attendedChecks: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sessionId: string;
                  /** @enum {string} */
                  kind: 'entry' | 'recheck' | 'question';
                  /** Format: date-time */
                  at: string;
                  /** @enum {string} */
                  outcome: 'matched' | 'fault' | 'missed' | 'withdrawn';
                  answeredWith: ('code' | 'question') | null;
                  wrongAnswers: number;
                }[];
                sessions: {
                  /** Format: uuid */
                  id: string;
                  lessonTitle: string;
                  /** Format: date-time */
                  startedAt: string;
                  endedAt: string | null;
                  endReason: string | null;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  attended: boolean;
                }[];
                findings: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind:
                    | 'impersonation'
                    | 'idleStudy'
                    | 'automatedStudy'
                    | 'noOwnSnapshot'
                    | 'sharedFace'
                    | 'sharedDevice'
                    | 'virtualCamera'
                    | 'originCleared';
                  label: {
                    zh: string;
                    en: string;
                  };
                  /** @enum {string} */
                  strength: 'note' | 'weak' | 'strong';
                  seconds: number;
                  sentence: string;
                  sessions: string[];
                  checks: string[];
                }[];
                totals: {
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  creditHours: number;
                };
                verdict: {
                  /** @enum {string} */
                  verdict: 'accepted' | 'cleared';
                  /** Format: date-time */
                  at: string;
                  reasonLabel: {
                    zh: string;
                    en: string;
                  } | null;
                  explanation: string | null;
                  scope: {
                    /** @enum {string} */
                    kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                    ids: string[];
                    words: {
                      zh: string;
                      en: string;
                    };
                  } | null;
                } | null;
                questions: {
                  /** Format: uuid */
                  id: string;
                  question: string;
                  /** Format: date-time */
                  askedAt: string;
                  /** Format: date-time */
                  answerUntil: string;
                  /** @enum {string} */
                  state: 'asked' | 'answered' | 'lapsed';
                  answer: string | null;
                  endedAt: string | null;
                  face: {
                    outcome: string;
                    at: string | null;
                  } | null;
                }[];
                conflict: {
                  code: string;
                  sentence: string;
                } | null;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals/{id}/passport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Minute passport of the appealed hours
     * @description Permission: appeals.decide
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              epoch: number;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              segments: {
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                n: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                lessonFrom: number;
                lessonTo: number;
                beats: number;
                presenceAt: string | null;
                evidence: string[];
              }[];
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                /** @description Why seconds of the minute do not count, the dearest first */
                reasons: {
                  reason: string;
                  seconds: number;
                }[];
                evidence: string[];
              }[];
              sessions: {
                /** Format: uuid */
                id: string;
                lessonTitle: string;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
                creditedSeconds: number;
                pendingSeconds: number;
                commitment: string;
                /** @description Ended, and checked by a plan that can be verified */
                provable: boolean;
              }[];
              missed: {
                /** @description After the miss, by the policy */
                makeUpDays: number;
                /** @description Still to be made up in time */
                openSeconds: number;
                parts: {
                  /** Format: uuid */
                  sessionId: string;
                  /** Format: uuid */
                  lessonId: string;
                  lessonTitle: string;
                  /** @description Of the lesson */
                  fromSeconds: number;
                  toSeconds: number;
                  /** @description Of these, still to be watched */
                  leftSeconds: number;
                  /** Format: date-time */
                  missedAt: string;
                  /** Format: date-time */
                  makeUpUntil: string;
                  /** @enum {string} */
                  state: 'open' | 'lapsed' | 'madeUp' | 'studied';
                  madeUpAt: string | null;
                }[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals/{id}/portrait': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The portrait beside which faces are judged. Each view is recorded
     * @description Permission: appeals.decide
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals/{id}/conflict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declare a conflict of interest: somebody else decides
     * @description Permission: appeals.decide
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @description Colleagues read it */
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/appeals/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Grant or dismiss; never by anyone who had a part in the case
     * @description Permission: appeals.decide
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @enum {string} */
            outcome: 'granted' | 'dismissed';
            /** @description The learner reads it */
            explanation: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/clear-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much a clear may take by the policy, and what each costs
     * @description Permission: audits.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              scopes: {
                /** @enum {string} */
                kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                label: {
                  zh: string;
                  en: string;
                };
                cost: {
                  suspectSeconds: number;
                  clearedSeconds: number;
                  keptSeconds: number;
                  sentence: string;
                };
                choices: {
                  /** Format: uuid */
                  id: string;
                  label: string;
                  /** @description What a clear of this alone would take */
                  seconds: number;
                  /** @description A finding names it */
                  suspect: boolean;
                }[];
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/clear-cost': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a clear of this scope would cost
     * @description Permission: audits.read
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            scope: {
              /** @enum {string} */
              kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
              /** @description Courses, lessons or study sessions, as the kind says; none for the whole year */
              ids: string[];
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              suspectSeconds: number;
              clearedSeconds: number;
              keptSeconds: number;
              sentence: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/conflict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declare a conflict of interest: the case leaves one’s queue for good
     * @description Permission: audits.accept
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @description Colleagues read it */
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept the hours
     * @description Permission: audits.accept
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @description Of the case as it was seen */
            evidenceVersion: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/clear-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Propose to clear the hours; a second person must sign
     * @description Permission: audits.proposeClear
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            evidenceVersion: number;
            /** @enum {string} */
            reasonCode: 'impersonation' | 'abnormalStudy' | 'noOwnSnapshot';
            /** @description The learner reads it */
            explanation: string;
            findingIds: string[];
            scope?: {
              /** @enum {string} */
              kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
              /** @description Courses, lessons or study sessions, as the kind says; none for the whole year */
              ids: string[];
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    /**
     * Take the proposal off the table
     * @description Permission: audits.proposeClear
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/clear-signature': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Countersign the clear; never the proposer
     * @description Permission: audits.signClear
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @description Of the case as it was seen */
            evidenceVersion: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/snapshots/{id}/image': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A snapshot. Each view is recorded where the learner can see it
     * @description Permission: images.view
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/face-checks/{id}/frames/{n}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A kept frame of a face check. Each view is recorded where the learner can see it
     * @description Permission: images.view
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          n: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/portrait': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The portrait in force. Each view is recorded where the learner can see it
     * @description Permission: images.view
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/snapshots/{id}/image': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A snapshot of one’s own
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/handover': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a case, give it to a colleague with a note, or give it back to everybody
     * @description Permission: audits.accept
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            toId: string | null;
            /** @description For whoever has the case next */
            note: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auditors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who may be given a case, and who is away today
     * @description Permission: audits.accept
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description The one who asks */
                mine: boolean;
                /** @description Open cases this person owns */
                cases: number;
                awayUntil: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/absences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Absences that run or are to come
     * @description Permission: audits.accept
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                staffId: string;
                name: string;
                deputyId: string | null;
                deputyName: string | null;
                /** Format: date */
                fromOn: string;
                /** Format: date */
                untilOn: string;
                mine: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Note an absence: one’s own, or as a senior auditor a colleague’s
     * @description Permission: audits.accept
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** Format: uuid */
            staffId: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            deputyId: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/absences/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End an absence early, or call it off
     * @description Permission: audits.accept
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop the audit clock for a stated reason; it goes on by itself
     * @description Permission: audits.accept
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            /** @enum {string} */
            reasonCode: 'evidenceAsked' | 'systemFault' | 'outsideInquiry';
            workingDays: number;
            /** @description The learner reads them */
            words: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    /**
     * Let the audit clock go on
     * @description Permission: audits.accept
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open audits one may decide, riskiest first, then soonest due
     * @description Permission: audits.read
     */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          clock?: 'waiting' | 'due' | 'overdue' | 'paused';
          post?:
            | 'construction-civil'
            | 'construction-decoration'
            | 'construction-equipment'
            | 'construction-municipal'
            | 'quality-civil'
            | 'quality-decoration'
            | 'quality-equipment'
            | 'quality-municipal'
            | 'materials'
            | 'machinery'
            | 'labour'
            | 'documents'
            | 'standards';
          studyYear?: number;
          proposed?: boolean;
          handledBy?: 'me' | 'nobody';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                enrolmentId: string;
                /** Format: uuid */
                learnerId: string;
                holderMasked: string;
                post: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number;
                employer: string | null;
                /** @description 1 for the first audit of the enrolment */
                n: number;
                risk: number;
                findings: number;
                /** @enum {string} */
                clock: 'waiting' | 'due' | 'overdue' | 'paused';
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                overdueAt: string;
                /** @description until it is overdue */
                workingDaysLeft: number;
                pauseReason: {
                  zh: string;
                  en: string;
                } | null;
                handledBy: {
                  name: string | null;
                  mine: boolean;
                  owner: string;
                  awayUntil: string | null;
                } | null;
                /** @description Overdue: the senior auditors answer for it */
                escalated: boolean;
                provisional: boolean;
                proposed: boolean;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A case with everything that is decided on
     * @description Permission: audits.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              enrolmentId: string;
              /** Format: uuid */
              learnerId: string;
              /** @description Name */
              holder: string;
              idNumberMasked: string;
              post: string;
              postLabel: {
                zh: string;
                en: string;
              };
              studyYear: number;
              employer: string | null;
              n: number;
              epoch: number;
              risk: number;
              clock: {
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                overdueAt: string;
                /** @enum {string} */
                clock: 'waiting' | 'due' | 'overdue' | 'paused';
                calendarVersion: number;
                /** @description The year is not published yet */
                provisional: boolean;
                workingDaysLeft: number;
                standsSince: string | null;
                pause: {
                  /** @enum {string} */
                  reasonCode: 'evidenceAsked' | 'systemFault' | 'outsideInquiry';
                  reasonLabel: {
                    zh: string;
                    en: string;
                  };
                  words: string | null;
                  /** Format: date-time */
                  since: string;
                  /** Format: date-time */
                  until: string;
                } | null;
                beads: {
                  n: number;
                  day: string | null;
                  /** Format: date-time */
                  startsAt: string;
                  /** Format: date-time */
                  endsAt: string;
                  /** @enum {string} */
                  status: 'past' | 'current' | 'ahead';
                  deadline: ('due' | 'overdue') | null;
                  daysOff: {
                    name: string;
                    days: number;
                  }[];
                  /** @description Working days before it that did not count */
                  pausedDays: number;
                }[];
              };
              explanation: {
                stage: string;
                sentence: {
                  zh: string;
                  en: string;
                };
                /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                owner: string;
                nextStep: {
                  zh: string;
                  en: string;
                };
                dueAt: string | null;
                primaryAction: string | null;
                permitted: string[];
                blockedBy: {
                  zh: string;
                  en: string;
                } | null;
                /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                beside: {
                  zh: string;
                  en: string;
                }[];
              };
              examRequired: boolean;
              examPassedAt: string | null;
              evidenceVersion: number;
              portraitUrl: string | null;
              portraitMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
              snapshots: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                sessionId: string;
                /** Format: date-time */
                takenAt: string;
                /** @enum {string} */
                outcome: 'pending' | 'matched' | 'uncertain' | 'missed' | 'fault';
                reason: string | null;
                portraitDistance: number | null;
                entryDistance: number | null;
                thresholdsVersion: string | null;
                modelId: string | null;
                flags: string[];
                imageUrl: string;
                /** @description The learner withdrew the consent to keep it: the verdict stands without a picture */
                pictureForgotten: boolean;
              }[];
              faceChecks: {
                /** Format: uuid */
                id: string;
                sessionId: string | null;
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'rehearsal';
                at: string | null;
                actions: string[];
                outcome: string | null;
                reason: string | null;
                distance: number | null;
                frames: string[];
                /** @description The learner withdrew the consent to keep it: the verdict stands without a picture */
                pictureForgotten: boolean;
              }[];
              attendedChecks: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                sessionId: string;
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'question';
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                outcome: 'matched' | 'fault' | 'missed' | 'withdrawn';
                answeredWith: ('code' | 'question') | null;
                wrongAnswers: number;
              }[];
              portraitByEye: {
                /** @description This reader has looked at it */
                seen: boolean;
              } | null;
              sessions: {
                /** Format: uuid */
                id: string;
                lessonTitle: string;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
                endReason: string | null;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                attended: boolean;
              }[];
              sharedHours: {
                /** Format: uuid */
                lessonId: string;
                lessonTitle: string;
                seconds: number;
                /** Format: date-time */
                at: string;
                originPostLabel: {
                  zh: string;
                  en: string;
                };
                originStudyYear: number;
                originAuditId: string | null;
                /** @enum {string} */
                originState: 'studying' | 'inAudit' | 'accepted' | 'cleared';
              }[];
              findings: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind:
                  | 'impersonation'
                  | 'idleStudy'
                  | 'automatedStudy'
                  | 'noOwnSnapshot'
                  | 'sharedFace'
                  | 'sharedDevice'
                  | 'virtualCamera'
                  | 'originCleared';
                label: {
                  zh: string;
                  en: string;
                };
                /** @enum {string} */
                strength: 'note' | 'weak' | 'strong';
                seconds: number;
                sentence: string;
                sessions: string[];
                checks: string[];
              }[];
              totals: {
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                creditHours: number;
              };
              questions: {
                /** Format: uuid */
                id: string;
                question: string;
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                answerUntil: string;
                /** @enum {string} */
                state: 'asked' | 'answered' | 'lapsed';
                answer: string | null;
                endedAt: string | null;
                face: {
                  outcome: string;
                  at: string | null;
                } | null;
              }[];
              /** @description What a clear would cost, before anyone signs it */
              costSentence: string;
              handledBy: {
                name: string | null;
                mine: boolean;
                owner: string;
                awayUntil: string | null;
              } | null;
              handovers: {
                /** Format: date-time */
                at: string;
                by: string;
                to: string | null;
                note: string | null;
              }[];
              proposal: {
                /** @description Display name */
                proposedBy: string;
                mine: boolean;
                /** Format: date-time */
                proposedAt: string;
                reasonCode: string;
                reasonLabel: {
                  zh: string;
                  en: string;
                };
                explanation: string;
                findingIds: string[];
                evidenceVersion: number;
                scope: {
                  /** @enum {string} */
                  kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                  ids: string[];
                  words: {
                    zh: string;
                    en: string;
                  };
                };
                cost: {
                  suspectSeconds: number;
                  clearedSeconds: number;
                  keptSeconds: number;
                  sentence: string;
                };
              } | null;
              verdict: {
                /** @enum {string} */
                verdict: 'accepted' | 'cleared';
                /** Format: date-time */
                at: string;
                reasonLabel: {
                  zh: string;
                  en: string;
                } | null;
                explanation: string | null;
                scope: {
                  /** @enum {string} */
                  kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                  ids: string[];
                  words: {
                    zh: string;
                    en: string;
                  };
                } | null;
              } | null;
              closedAt: string | null;
              closedAs: string | null;
              permitted: (
                | 'accept'
                | 'proposeClear'
                | 'rejectProposal'
                | 'signClear'
                | 'pauseAudit'
                | 'resumeAudit'
                | 'handOver'
              )[];
              conflict: {
                code: string;
                sentence: string;
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/passport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Minute passport of the hours under audit
     * @description Permission: audits.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              epoch: number;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              segments: {
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                n: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                lessonFrom: number;
                lessonTo: number;
                beats: number;
                presenceAt: string | null;
                evidence: string[];
              }[];
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                /** @description Why seconds of the minute do not count, the dearest first */
                reasons: {
                  reason: string;
                  seconds: number;
                }[];
                evidence: string[];
              }[];
              sessions: {
                /** Format: uuid */
                id: string;
                lessonTitle: string;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
                creditedSeconds: number;
                pendingSeconds: number;
                commitment: string;
                /** @description Ended, and checked by a plan that can be verified */
                provable: boolean;
              }[];
              missed: {
                /** @description After the miss, by the policy */
                makeUpDays: number;
                /** @description Still to be made up in time */
                openSeconds: number;
                parts: {
                  /** Format: uuid */
                  sessionId: string;
                  /** Format: uuid */
                  lessonId: string;
                  lessonTitle: string;
                  /** @description Of the lesson */
                  fromSeconds: number;
                  toSeconds: number;
                  /** @description Of these, still to be watched */
                  leftSeconds: number;
                  /** Format: date-time */
                  missedAt: string;
                  /** Format: date-time */
                  makeUpUntil: string;
                  /** @enum {string} */
                  state: 'open' | 'lapsed' | 'madeUp' | 'studied';
                  madeUpAt: string | null;
                }[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reopen-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Reopenings that wait for a second person
     * @description Permission: enrolments.reopen
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                enrolmentId: string;
                holderMasked: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number;
                reason: string;
                proposedBy: string;
                mine: boolean;
                /** Format: date-time */
                proposedAt: string;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/enrolments/{id}/reopen-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask to reopen accepted hours; a second person must agree
     * @description Permission: enrolments.reopen
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reopen-requests/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agree to reopen; never by whoever asked
     * @description Permission: enrolments.reopen
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reopen-requests/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn a reopening down
     * @description Permission: enrolments.reopen
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Working calendars by version, newest first
     * @description Permission: calendars.manage
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                version: number;
                /** Format: date */
                publishedThrough: string;
                holidays: {
                  [key: string]: string;
                };
                extraWorkdays: {
                  [key: string]: string;
                };
                /** @description Where the days come from */
                note: string;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Publish a year as a new version; running audit clocks are counted anew
     * @description Permission: calendars.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description The newest version as it was seen */
            baseVersion: number;
            year: number;
            csv?: string;
            days?: {
              day: string;
              /** @enum {string} */
              kind: 'holiday' | 'workday';
              name: string;
            }[];
            note: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a published year would change, and how many running audits it would move
     * @description Permission: calendars.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description The newest version as it was seen */
            baseVersion: number;
            year: number;
            csv?: string;
            days?: {
              day: string;
              /** @enum {string} */
              kind: 'holiday' | 'workday';
              name: string;
            }[];
            note: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description The version it would become */
              version: number;
              /** Format: date */
              publishedThrough: string;
              days: {
                day: string;
                /** @enum {string} */
                kind: 'holiday' | 'workday';
                name: string;
              }[];
              problems: {
                /** @description 0: the whole */
                line: number;
                sentence: {
                  zh: string;
                  en: string;
                };
              }[];
              changes: {
                /** Format: date */
                day: string;
                /** @enum {string} */
                was: 'working' | 'weekend' | 'holiday' | 'extra';
                /** @enum {string} */
                becomes: 'working' | 'weekend' | 'holiday' | 'extra';
                name: string;
              }[];
              audits: {
                running: number;
                /** @description Due or overdue later than now */
                later: number;
                earlier: number;
                /** @description Whose due or overdue instant would be past */
                struckAtOnce: number;
                /** @description No longer provisional */
                confirmed: number;
                latestOverdueOn: string | null;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/courses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Permission: courses.manage */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          studyYear?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @enum {string} */
                kind: 'professional' | 'public';
                studyYear: number;
                posts: string[];
                policyId: string | null;
                position: number;
                publishedAt: string | null;
                /** Format: date-time */
                createdAt: string;
                lessons: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  courseId: string;
                  position: number;
                  title: string;
                  topic: string;
                  /** @description Measured on the server */
                  durationSeconds: number;
                  sources: {
                    type: string;
                    url: string;
                  }[];
                  posterUrl: string | null;
                  subtitlesUrl: string | null;
                }[];
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /** @description Permission: courses.manage */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            title: string;
            /** @enum {string} */
            kind: 'professional' | 'public';
            studyYear: number;
            posts: string[];
            policyId?: string | null;
            position?: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              title: string;
              /** @enum {string} */
              kind: 'professional' | 'public';
              studyYear: number;
              posts: string[];
              policyId: string | null;
              position: number;
              publishedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              lessons: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                courseId: string;
                position: number;
                title: string;
                topic: string;
                /** @description Measured on the server */
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                posterUrl: string | null;
                subtitlesUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/courses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Permission: courses.manage */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              title: string;
              /** @enum {string} */
              kind: 'professional' | 'public';
              studyYear: number;
              posts: string[];
              policyId: string | null;
              position: number;
              publishedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              lessons: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                courseId: string;
                position: number;
                title: string;
                topic: string;
                /** @description Measured on the server */
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                posterUrl: string | null;
                subtitlesUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** @description Permission: courses.manage */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            title?: string;
            /** @enum {string} */
            kind?: 'professional' | 'public';
            studyYear?: number;
            posts?: string[];
            policyId?: string | null;
            position?: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              title: string;
              /** @enum {string} */
              kind: 'professional' | 'public';
              studyYear: number;
              posts: string[];
              policyId: string | null;
              position: number;
              publishedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              lessons: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                courseId: string;
                position: number;
                title: string;
                topic: string;
                /** @description Measured on the server */
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                posterUrl: string | null;
                subtitlesUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    trace?: never;
  };
  '/api/courses/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Permission: courses.manage */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              title: string;
              /** @enum {string} */
              kind: 'professional' | 'public';
              studyYear: number;
              posts: string[];
              policyId: string | null;
              position: number;
              publishedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              lessons: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                courseId: string;
                position: number;
                title: string;
                topic: string;
                /** @description Measured on the server */
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                posterUrl: string | null;
                subtitlesUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/courses/{id}/lessons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Uploads a lesson: one video, or the same as WebM and MP4; its length is measured
     * @description Permission: courses.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            title: string;
            topic?: string;
            video: string[];
            /** Format: binary */
            poster?: string;
            /** Format: binary */
            subtitles?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              courseId: string;
              position: number;
              title: string;
              topic: string;
              /** @description Measured on the server */
              durationSeconds: number;
              sources: {
                type: string;
                url: string;
              }[];
              posterUrl: string | null;
              subtitlesUrl: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/lessons/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** @description Permission: courses.manage */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** @description Permission: courses.manage */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            title?: string;
            topic?: string;
            position?: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              courseId: string;
              position: number;
              title: string;
              topic: string;
              /** @description Measured on the server */
              durationSeconds: number;
              sources: {
                type: string;
                url: string;
              }[];
              posterUrl: string | null;
              subtitlesUrl: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    trace?: never;
  };
  '/api/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Permission: questions.manage */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          post?: string;
          topic?: string;
          retired?: boolean;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                code: string;
                version: number;
                post: string | null;
                /** @enum {string} */
                kind: 'single' | 'multiple' | 'trueFalse';
                topic: string;
                stem: string;
                options: string[];
                answer: number[];
                explanation: string;
                retiredAt: string | null;
                /** Format: date-time */
                createdAt: string;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /** @description Permission: questions.manage */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            code: string;
            /** @description Null: for every post */
            post: string | null;
            /** @enum {string} */
            kind: 'single' | 'multiple' | 'trueFalse';
            topic: string;
            stem: string;
            options: string[];
            answer: number[];
            explanation?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              code: string;
              version: number;
              post: string | null;
              /** @enum {string} */
              kind: 'single' | 'multiple' | 'trueFalse';
              topic: string;
              stem: string;
              options: string[];
              answer: number[];
              explanation: string;
              retiredAt: string | null;
              /** Format: date-time */
              createdAt: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The live bank as CSV, in the columns of the import
     * @description Permission: questions.manage
     */
    get: {
      parameters: {
        query?: {
          post?: string;
          topic?: string;
          retired?: boolean;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Writes a new version; papers that were drawn keep the one they froze
     * @description Permission: questions.manage
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description Null: for every post */
            post: string | null;
            /** @enum {string} */
            kind: 'single' | 'multiple' | 'trueFalse';
            topic: string;
            stem: string;
            options: string[];
            answer: number[];
            explanation?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              code: string;
              version: number;
              post: string | null;
              /** @enum {string} */
              kind: 'single' | 'multiple' | 'trueFalse';
              topic: string;
              stem: string;
              options: string[];
              answer: number[];
              explanation: string;
              retiredAt: string | null;
              /** Format: date-time */
              createdAt: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    /** @description Permission: questions.manage */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports a CSV; each row that was not taken is reported with its reason
     * @description Permission: questions.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** Format: binary */
            file: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              rows: number;
              inserted: number;
              updated: number;
              unchanged: number;
              refused: {
                row: number;
                code: string;
                sentence: string;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own certificates, newest first
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hours' | 'original' | 'training';
                label: {
                  zh: string;
                  en: string;
                };
                enrolmentId: string | null;
                holderMasked: string;
                post: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number | null;
                number: string;
                /** @description In groups of four, as printed */
                verificationCode: string;
                verifyUrl: string;
                /** @enum {string} */
                medium: 'paper' | 'electronic';
                /** @enum {string} */
                status: 'active' | 'void';
                /** Format: date */
                issuedOn: string;
                voidedAt: string | null;
                voidReason: string | null;
                successor: {
                  number: string;
                  verificationCode: string;
                } | null;
                predecessor: {
                  number: string;
                  verificationCode: string;
                } | null;
                pdfUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/certificates/{id}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The document of one’s own certificate, as frozen at issue
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Certificates by exact number or of one learner
     * @description Permission: certificates.read
     */
    get: {
      parameters: {
        query?: {
          number?: string;
          learnerId?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hours' | 'original' | 'training';
                label: {
                  zh: string;
                  en: string;
                };
                enrolmentId: string | null;
                holderMasked: string;
                post: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number | null;
                number: string;
                /** @description In groups of four, as printed */
                verificationCode: string;
                verifyUrl: string;
                /** @enum {string} */
                medium: 'paper' | 'electronic';
                /** @enum {string} */
                status: 'active' | 'void';
                /** Format: date */
                issuedOn: string;
                voidedAt: string | null;
                voidReason: string | null;
                successor: {
                  number: string;
                  verificationCode: string;
                } | null;
                predecessor: {
                  number: string;
                  verificationCode: string;
                } | null;
                pdfUrl: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/certificates/{id}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The document of a certificate, as frozen at issue
     * @description Permission: certificates.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/verify/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Is the certificate behind this code real and current?
     * @description Permission: public | scope:certificates.verify
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              status: 'valid' | 'supersededBy' | 'void' | 'unknown' | 'specimen';
              sentence: {
                zh: string;
                en: string;
              };
              kind: ('hours' | 'original' | 'training') | null;
              label: {
                zh: string;
                en: string;
              } | null;
              holderMasked: string | null;
              postLabel: {
                zh: string;
                en: string;
              } | null;
              number: string | null;
              issuedOn: string | null;
              voidedOn: string | null;
              studyRecord: {
                studyYear: number;
                creditHours: number;
              }[];
              successor: {
                number: string;
                verificationCode: string;
              } | null;
              predecessor: {
                number: string;
                verificationCode: string;
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/decisions/thresholds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The thresholds in force, to begin a what-if from
     * @description Permission: decisions.whatIf
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              policyId: string;
              policyVersion: number;
              match: {
                /** @description matched below this with a cohort */
                belowWithCohort: number;
                /** @description matched below this without one */
                belowAlone: number;
                /** @description another face from here on */
                otherFaceFrom: number;
                /** @description the person of the entry frame below this */
                entryBelow: number;
                /** @description nearer than to others by */
                marginAtMost: number;
              };
              missFinding: {
                k: number;
                n: number;
              };
              otherFaceFinding: number;
              snapshotEverySeconds: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/decisions/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A page of past decisions under other thresholds; changes nothing
     * @description Permission: decisions.whatIf
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            match: {
              /** @description matched below this with a cohort */
              belowWithCohort?: number;
              /** @description matched below this without one */
              belowAlone?: number;
              /** @description another face from here on */
              otherFaceFrom?: number;
              /** @description the person of the entry frame below this */
              entryBelow?: number;
              /** @description nearer than to others by */
              marginAtMost?: number;
            };
            missFinding?: {
              k: number;
              n: number;
            };
            otherFaceFinding?: number;
            snapshotEverySeconds?: number;
            cursor?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description decisions looked at on this page */
              cases: number;
              /** @description face checks and snapshots looked at on this page */
              checks: number;
              checkChanges: {
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'snapshot' | 'question';
                /** @enum {string} */
                was: 'matched' | 'uncertain' | 'missed' | 'fault' | 'pending';
                /** @enum {string} */
                is: 'matched' | 'uncertain' | 'missed' | 'fault' | 'pending';
                n: number;
              }[];
              findingChanges: {
                /** @enum {string} */
                kind:
                  | 'impersonation'
                  | 'idleStudy'
                  | 'automatedStudy'
                  | 'noOwnSnapshot'
                  | 'sharedFace'
                  | 'sharedDevice'
                  | 'virtualCamera'
                  | 'originCleared';
                was: ('note' | 'weak' | 'strong') | null;
                is: ('note' | 'weak' | 'strong') | null;
                n: number;
              }[];
              changed: {
                /** Format: uuid */
                auditId: string;
                /** Format: uuid */
                enrolmentId: string;
                /** @enum {string} */
                verdict: 'accepted' | 'cleared';
                /** Format: date-time */
                decidedAt: string;
                /** @description checks that would come out differently */
                checks: number;
                findings: {
                  /** @enum {string} */
                  kind:
                    | 'impersonation'
                    | 'idleStudy'
                    | 'automatedStudy'
                    | 'noOwnSnapshot'
                    | 'sharedFace'
                    | 'sharedDevice'
                    | 'virtualCamera'
                    | 'originCleared';
                  was: ('note' | 'weak' | 'strong') | null;
                  is: ('note' | 'weak' | 'strong') | null;
                }[];
                riskWas: number;
                riskIs: number;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Enrolments, newest first
     * @description Permission: enrolments.read | scope:enrolments.read
     */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          post?:
            | 'construction-civil'
            | 'construction-decoration'
            | 'construction-equipment'
            | 'construction-municipal'
            | 'quality-civil'
            | 'quality-decoration'
            | 'quality-equipment'
            | 'quality-municipal'
            | 'materials'
            | 'machinery'
            | 'labour'
            | 'documents'
            | 'standards';
          studyYear?: number;
          tag?: string;
          employer?: string;
          learnerId?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                learnerId: string;
                holderMasked: string;
                idNumberMasked: string;
                post: string;
                postLabel: {
                  zh: string;
                  en: string;
                };
                studyYear: number;
                policyId: string;
                policyVersion: number;
                employer: string | null;
                examRequired: boolean;
                epoch: number;
                /** Format: date-time */
                createdAt: string;
                stateAt: string | null;
                tags: string[];
                explanation: {
                  stage: string;
                  sentence: {
                    zh: string;
                    en: string;
                  };
                  /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                  owner: string;
                  nextStep: {
                    zh: string;
                    en: string;
                  };
                  dueAt: string | null;
                  primaryAction: string | null;
                  permitted: string[];
                  blockedBy: {
                    zh: string;
                    en: string;
                  } | null;
                  /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                  beside: {
                    zh: string;
                    en: string;
                  }[];
                } | null;
                steps: {
                  key: string;
                  labelZh: string;
                  labelEn: string;
                  /** @enum {string} */
                  status: 'done' | 'current' | 'todo' | 'skipped';
                  at: string | null;
                }[];
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Enrol a person for a post and study year; imports the certificate they hold
     * @description Permission: enrolments.write | scope:enrolments.write
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            idNumber: string;
            name: string;
            phone: string;
            /** @enum {string} */
            post:
              | 'construction-civil'
              | 'construction-decoration'
              | 'construction-equipment'
              | 'construction-municipal'
              | 'quality-civil'
              | 'quality-decoration'
              | 'quality-equipment'
              | 'quality-municipal'
              | 'materials'
              | 'machinery'
              | 'labour'
              | 'documents'
              | 'standards';
            studyYear: number;
            /** @default handbook */
            policyId?: string;
            employer?: string;
            originalCertificate?: {
              number: string;
              /** @enum {string} */
              medium: 'paper' | 'electronic';
              /** Format: date */
              issuedOn: string;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              learnerId: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/enrolments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where an enrolment stands, who acts next, until when, what may be done
     * @description Permission: enrolments.read | scope:enrolments.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              learnerId: string;
              holderMasked: string;
              idNumberMasked: string;
              post: string;
              postLabel: {
                zh: string;
                en: string;
              };
              studyYear: number;
              policyId: string;
              policyVersion: number;
              employer: string | null;
              examRequired: boolean;
              epoch: number;
              /** Format: date-time */
              createdAt: string;
              stateAt: string | null;
              tags: string[];
              explanation: {
                stage: string;
                sentence: {
                  zh: string;
                  en: string;
                };
                /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                owner: string;
                nextStep: {
                  zh: string;
                  en: string;
                };
                dueAt: string | null;
                primaryAction: string | null;
                permitted: string[];
                blockedBy: {
                  zh: string;
                  en: string;
                } | null;
                /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                beside: {
                  zh: string;
                  en: string;
                }[];
              } | null;
              steps: {
                key: string;
                labelZh: string;
                labelEn: string;
                /** @enum {string} */
                status: 'done' | 'current' | 'todo' | 'skipped';
                at: string | null;
              }[];
              audit: {
                handledBy: {
                  name: string | null;
                  mine: boolean;
                  owner: string;
                  awayUntil: string | null;
                } | null;
                clock: {
                  /** Format: date-time */
                  openedAt: string;
                  /** Format: date-time */
                  dueAt: string;
                  /** Format: date-time */
                  overdueAt: string;
                  /** @enum {string} */
                  clock: 'waiting' | 'due' | 'overdue' | 'paused';
                  calendarVersion: number;
                  /** @description The year is not published yet */
                  provisional: boolean;
                  workingDaysLeft: number;
                  standsSince: string | null;
                  pause: {
                    /** @enum {string} */
                    reasonCode: 'evidenceAsked' | 'systemFault' | 'outsideInquiry';
                    reasonLabel: {
                      zh: string;
                      en: string;
                    };
                    words: string | null;
                    /** Format: date-time */
                    since: string;
                    /** Format: date-time */
                    until: string;
                  } | null;
                  beads: {
                    n: number;
                    day: string | null;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                    /** @enum {string} */
                    status: 'past' | 'current' | 'ahead';
                    deadline: ('due' | 'overdue') | null;
                    daysOff: {
                      name: string;
                      days: number;
                    }[];
                    /** @description Working days before it that did not count */
                    pausedDays: number;
                  }[];
                };
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/enrolments/{id}/hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Hours of an enrolment, as sums of the ledger
     * @description Permission: enrolments.read | scope:hours.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              studiedSeconds: number;
              /** @description Valid: an accepting verdict stands behind them */
              creditedSeconds: number;
              clearedSeconds: number;
              studiedCreditHours: number;
              creditedCreditHours: number;
              creditHourSeconds: number;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/enrolments/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every event the lifecycle took, in order
     * @description Permission: enrolments.read | scope:enrolments.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                seq: number;
                type: string;
                /** Format: date-time */
                at: string;
                /** @description learner, staff, apiKey or system */
                actor: string;
                tags: string[];
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The audit clock in working days, or what was decided, why, and the way back
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              clock: {
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                overdueAt: string;
                /** @enum {string} */
                clock: 'waiting' | 'due' | 'overdue' | 'paused';
                calendarVersion: number;
                /** @description The year is not published yet */
                provisional: boolean;
                workingDaysLeft: number;
                standsSince: string | null;
                pause: {
                  /** @enum {string} */
                  reasonCode: 'evidenceAsked' | 'systemFault' | 'outsideInquiry';
                  reasonLabel: {
                    zh: string;
                    en: string;
                  };
                  words: string | null;
                  /** Format: date-time */
                  since: string;
                  /** Format: date-time */
                  until: string;
                } | null;
                beads: {
                  n: number;
                  day: string | null;
                  /** Format: date-time */
                  startsAt: string;
                  /** Format: date-time */
                  endsAt: string;
                  /** @enum {string} */
                  status: 'past' | 'current' | 'ahead';
                  deadline: ('due' | 'overdue') | null;
                  daysOff: {
                    name: string;
                    days: number;
                  }[];
                  /** @description Working days before it that did not count */
                  pausedDays: number;
                }[];
              } | null;
              owner: string;
              consequence: {
                zh: string;
                en: string;
              };
              verdict: {
                /** @enum {string} */
                verdict: 'accepted' | 'cleared';
                /** Format: date-time */
                at: string;
                reasonLabel: {
                  zh: string;
                  en: string;
                } | null;
                explanation: string | null;
                scope: {
                  /** @enum {string} */
                  kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                  ids: string[];
                  words: {
                    zh: string;
                    en: string;
                  };
                } | null;
              } | null;
              clear: {
                /** Format: date-time */
                clearedAt: string;
                reasonLabel: {
                  zh: string;
                  en: string;
                };
                explanation: string;
                findings: {
                  label: {
                    zh: string;
                    en: string;
                  };
                  sentence: string;
                  seconds: number;
                }[];
                snapshots: {
                  /** Format: uuid */
                  id: string;
                  /** Format: date-time */
                  takenAt: string;
                  imageUrl: string;
                  outcome: string;
                }[];
                clearedSeconds: number;
                appealUntil: string | null;
                relearnUntil: string | null;
                mayAppeal: boolean;
                scope: {
                  /** @enum {string} */
                  kind: 'wholeYear' | 'course' | 'lesson' | 'segments';
                  ids: string[];
                  words: {
                    zh: string;
                    en: string;
                  };
                } | null;
                keptSeconds: number;
                relearn: {
                  /** Format: uuid */
                  lessonId: string;
                  title: string;
                  /** @description still to be watched */
                  minutes: number;
                  done: boolean;
                }[];
                relearnMinutes: number;
                relearnLessons: number;
              } | null;
              appeal: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                filedAt: string;
                /** Format: date-time */
                dueAt: string;
                state: string;
                text: string;
                decision: string | null;
                overdue: boolean;
              } | null;
              question: {
                /** Format: uuid */
                id: string;
                question: string;
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                answerUntil: string;
                /** @enum {string} */
                state: 'asked' | 'answered' | 'lapsed';
                answer: string | null;
                endedAt: string | null;
                face: {
                  outcome: string;
                  at: string | null;
                } | null;
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/renewal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 证书更新: the electronic certificate; the original becomes void
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Appeal against a clear
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            text: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    /**
     * Take an undecided appeal back
     * @description Permission: learner
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answer what the audit asked; the clock goes on
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            text: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw the enrolment
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              tags: string[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/exam': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 在线考核: whether it is open, and the attempts so far
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              required: boolean;
              open: boolean;
              code: string | null;
              sentence: {
                zh: string;
                en: string;
              } | null;
              passedAt: string | null;
              questions: number;
              pointsEach: number;
              passAt: number;
              openAttemptId: string | null;
              attempts: {
                /** Format: uuid */
                id: string;
                n: number;
                /** Format: date-time */
                startedAt: string;
                submittedAt: string | null;
                elapsedSeconds: number;
                answered: number;
                questions: number;
                score: number | null;
                passed: boolean | null;
                topics: {
                  topic: string;
                  right: number;
                  total: number;
                }[];
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/exam-attempts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Permission: learner */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              n: number;
              /** Format: date-time */
              startedAt: string;
              submittedAt: string | null;
              elapsedSeconds: number;
              answered: number;
              questions: number;
              score: number | null;
              passed: boolean | null;
              topics: {
                topic: string;
                right: number;
                total: number;
              }[];
              /** Format: uuid */
              enrolmentId: string;
              passAt: number;
              fullScore: number;
              paper: {
                /** Format: uuid */
                id: string;
                n: number;
                /** @enum {string} */
                kind: 'single' | 'multiple' | 'trueFalse';
                topic: string;
                stem: string;
                options: string[];
              }[];
              answers: {
                [key: string]: number[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/exam/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 开始考试: a fresh paper, or the open attempt
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              n: number;
              /** Format: date-time */
              startedAt: string;
              submittedAt: string | null;
              elapsedSeconds: number;
              answered: number;
              questions: number;
              score: number | null;
              passed: boolean | null;
              topics: {
                topic: string;
                right: number;
                total: number;
              }[];
              /** Format: uuid */
              enrolmentId: string;
              passAt: number;
              fullScore: number;
              paper: {
                /** Format: uuid */
                id: string;
                n: number;
                /** @enum {string} */
                kind: 'single' | 'multiple' | 'trueFalse';
                topic: string;
                stem: string;
                options: string[];
              }[];
              answers: {
                [key: string]: number[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/exam-attempts/{id}/answers/{questionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Saves one answer as given; an empty choice takes it back
     * @description Permission: learner
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          questionId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            chosen: number[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              questionId: string;
              chosen: number[];
              answered: number;
              /** Format: date-time */
              savedAt: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/exam-attempts/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 交卷: graded on the server; the same result when sent again
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              n: number;
              /** Format: date-time */
              startedAt: string;
              submittedAt: string | null;
              elapsedSeconds: number;
              answered: number;
              questions: number;
              score: number | null;
              passed: boolean | null;
              topics: {
                topic: string;
                right: number;
                total: number;
              }[];
              /** Format: uuid */
              enrolmentId: string;
              passAt: number;
              fullScore: number;
              paper: {
                /** Format: uuid */
                id: string;
                n: number;
                /** @enum {string} */
                kind: 'single' | 'multiple' | 'trueFalse';
                topic: string;
                stem: string;
                options: string[];
              }[];
              answers: {
                [key: string]: number[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My notices, newest first
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                enrolmentId: string | null;
                template: string;
                title: string;
                body: string;
                /** Format: date-time */
                createdAt: string;
                readAt: string | null;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/notices/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * I have read it
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The SMS outbox, newest first
     * @description Permission: notices.read
     */
    get: {
      parameters: {
        query?: {
          state?: 'queued' | 'unknown' | 'sent' | 'delivered' | 'failed';
          learnerId?: string;
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                learnerId: string;
                template: string;
                title: string;
                phoneMasked: string;
                /** @description codes are hidden in production */
                body: string;
                /** @enum {string} */
                state: 'queued' | 'unknown' | 'sent' | 'delivered' | 'failed';
                attempts: number;
                lastError: string | null;
                failure: ('number' | 'content' | 'gateway' | 'expired' | 'deleted') | null;
                /** @enum {string} */
                helps: 'correctPhone' | 'resend' | 'nothing';
                provider: string | null;
                providerMessageId: string | null;
                settledAt: string | null;
                nextAttemptAt: string | null;
                sentAt: string | null;
                /** Format: date-time */
                createdAt: string;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notices/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send again now
     * @description Permission: notices.retry
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/accommodations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is and was arranged for me
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                leftOut: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                timeFactor: number;
                words: {
                  zh: string;
                  en: string;
                };
                reason: string;
                recordedBy: string;
                /** Format: date-time */
                recordedAt: string;
                endedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/accommodations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is and was arranged for a learner at face checks
     * @description Permission: accommodations.record
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                leftOut: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                timeFactor: number;
                words: {
                  zh: string;
                  en: string;
                };
                reason: string;
                recordedBy: string;
                /** Format: date-time */
                recordedAt: string;
                endedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/accommodation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Leave actions out, or give more time; the learner is told, with the reason
     * @description Permission: accommodations.record
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            leftOut: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
            /** @description 1, 1.5, 2 or 3 */
            timeFactor: number;
            /** @description the learner will read it */
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                leftOut: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                timeFactor: number;
                words: {
                  zh: string;
                  en: string;
                };
                reason: string;
                recordedBy: string;
                /** Format: date-time */
                recordedAt: string;
                endedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    /**
     * End what is arranged; the learner is told
     * @description Permission: accommodations.record
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                leftOut: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                timeFactor: number;
                words: {
                  zh: string;
                  en: string;
                };
                reason: string;
                recordedBy: string;
                /** Format: date-time */
                recordedAt: string;
                endedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find learners by whole ID number, whole name, or the last four digits of the phone
     * @description A POST because an ID number never belongs in a URL.
     *
     *     Permission: learners.read
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            idNumber?: string;
            name?: string;
            phoneTail?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                name: string;
                idNumberMasked: string;
                phoneMasked: string;
                activated: boolean;
                profileCompleted: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A learner, masked, with an explanation of each enrolment
     * @description Permission: learners.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              name: string;
              idNumberMasked: string;
              phoneMasked: string;
              activated: boolean;
              profileCompleted: boolean;
              phoneVerified: boolean;
              activatedAt: string | null;
              profileCompletedAt: string | null;
              /** @description what the profile lacks, in Chinese */
              missing: string[];
              faceConsent: boolean;
              correctionOpen: boolean;
              enrolments: {
                /** Format: uuid */
                id: string;
                post: string;
                postLabel: string;
                studyYear: number;
                policyId: string;
                employer: string | null;
                /** Format: date-time */
                createdAt: string;
                tags: string[];
                explanation: {
                  stage: string;
                  sentence: {
                    zh: string;
                    en: string;
                  };
                  /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                  owner: string;
                  nextStep: {
                    zh: string;
                    en: string;
                  };
                  dueAt: string | null;
                  primaryAction: string | null;
                  permitted: string[];
                  blockedBy: {
                    zh: string;
                    en: string;
                  } | null;
                  /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                  beside: {
                    zh: string;
                    en: string;
                  }[];
                } | null;
                steps: {
                  key: string;
                  labelZh: string;
                  labelEn: string;
                  /** @enum {string} */
                  status: 'done' | 'current' | 'todo' | 'skipped';
                  at: string | null;
                }[];
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/unmask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Show a full ID number or phone; the learner sees who and why
     * @description Permission: learners.unmask
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            what: 'idNumber' | 'phone';
            /** @description the learner will read it */
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              value: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let the learner try again at once after too many tries
     * @description Permission: learners.unlock
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/phone-corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Corrections of phone numbers
     * @description Permission: phones.correct
     */
    get: {
      parameters: {
        query?: {
          state?: 'requested' | 'approved' | 'rejected';
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                learnerId: string;
                learnerName: string;
                oldPhoneMasked: string;
                newPhoneMasked: string;
                reason: string;
                /** @enum {string} */
                state: 'requested' | 'approved' | 'rejected';
                requestedBy: string;
                requestedByMe: boolean;
                /** Format: date-time */
                requestedAt: string;
                decidedBy: string | null;
                decidedAt: string | null;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/learners/{id}/phone-corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Corrections of this learner's number
     * @description Permission: phones.correct
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                learnerId: string;
                learnerName: string;
                oldPhoneMasked: string;
                newPhoneMasked: string;
                reason: string;
                /** @enum {string} */
                state: 'requested' | 'approved' | 'rejected';
                requestedBy: string;
                requestedByMe: boolean;
                /** Format: date-time */
                requestedAt: string;
                decidedBy: string | null;
                decidedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Ask for a number to be corrected; someone else approves
     * @description Permission: phones.correct
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            newPhone: string;
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              learnerId: string;
              learnerName: string;
              oldPhoneMasked: string;
              newPhoneMasked: string;
              reason: string;
              /** @enum {string} */
              state: 'requested' | 'approved' | 'rejected';
              requestedBy: string;
              requestedByMe: boolean;
              /** Format: date-time */
              requestedAt: string;
              decidedBy: string | null;
              decidedAt: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/phone-corrections/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve: the number changes, sessions end, both numbers are told
     * @description Permission: phones.correct
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              learnerId: string;
              learnerName: string;
              oldPhoneMasked: string;
              newPhoneMasked: string;
              reason: string;
              /** @enum {string} */
              state: 'requested' | 'approved' | 'rejected';
              requestedBy: string;
              requestedByMe: boolean;
              /** Format: date-time */
              requestedAt: string;
              decidedBy: string | null;
              decidedAt: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/phone-corrections/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reject: nothing changes
     * @description Permission: phones.correct
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              learnerId: string;
              learnerName: string;
              oldPhoneMasked: string;
              newPhoneMasked: string;
              reason: string;
              /** @enum {string} */
              state: 'requested' | 'approved' | 'rejected';
              requestedBy: string;
              requestedByMe: boolean;
              /** Format: date-time */
              requestedAt: string;
              decidedBy: string | null;
              decidedAt: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every version of every policy
     * @description Permission: policies.manage
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                id: string;
                version: number;
                /** Format: date */
                effectiveOn: string;
                body: {
                  [key: string]: unknown;
                };
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/processes/stuck': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Processes that wait for something other than a learner
     * @description Permission: processes.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** @enum {string} */
                kind:
                  | 'taskFailing'
                  | 'processAhead'
                  | 'withoutEnrolment'
                  | 'withoutProcess'
                  | 'outboxWaiting'
                  | 'notMoving'
                  | 'registryWaiting'
                  | 'overdueAudit'
                  | 'noticeFailed';
                sentence: {
                  zh: string;
                  en: string;
                };
                owner: string;
                enrolmentId: string | null;
                auditId: string | null;
                /** Format: date-time */
                since: string;
                /** @description tries, or how many there are */
                attempts: number;
                /** @enum {string} */
                act: 'tell' | 'restart' | 'end' | 'openCase' | 'openEnrolment' | 'openNotices';
              }[];
              /** @description only the longest waiting are listed */
              hasMore: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/processes/{id}/mend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do for a stuck process what its row offers
     * @description Permission: processes.mend
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            act: 'tell' | 'restart' | 'end';
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/processes/reconciliations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The newest comparisons of enrolments and processes
     * @description Permission: processes.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                askedBy: 'nightly' | 'operator' | 'staff';
                /** Format: date-time */
                askedAt: string;
                startedAt: string | null;
                finishedAt: string | null;
                fault: string | null;
                counts: {
                  /** @description running processes looked at */
                  processes?: number;
                  /** @description processes that had never begun */
                  begun?: number;
                  /** @description lost processes taken up from the record */
                  restarted?: number;
                  /** @description processes told of facts they had not followed */
                  told?: number;
                  /** @description processes nobody answered for */
                  unanswered?: number;
                  /** @description processes that know more than the database */
                  ahead?: number;
                  /** @description processes without an enrolment */
                  withoutEnrolment?: number;
                  /** @description processes whose code fails */
                  failing?: number;
                };
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Ask for a comparison now; one that waits or runs already is the one
     * @description Permission: processes.mend
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              askedBy: 'nightly' | 'operator' | 'staff';
              /** Format: date-time */
              askedAt: string;
              startedAt: string | null;
              finishedAt: string | null;
              fault: string | null;
              counts: {
                /** @description running processes looked at */
                processes?: number;
                /** @description processes that had never begun */
                begun?: number;
                /** @description lost processes taken up from the record */
                restarted?: number;
                /** @description processes told of facts they had not followed */
                told?: number;
                /** @description processes nobody answered for */
                unanswered?: number;
                /** @description processes that know more than the database */
                ahead?: number;
                /** @description processes without an enrolment */
                withoutEnrolment?: number;
                /** @description processes whose code fails */
                failing?: number;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/profile/files/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture itself
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: {
          v?: string;
        };
        header?: never;
        path: {
          kind: 'idCardFront' | 'idCardBack' | 'portrait';
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    /**
     * Upload a side of the ID card, or the portrait (JPEG, PNG or WebP)
     * @description Permission: learner
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          kind: 'idCardFront' | 'idCardBack' | 'portrait';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** Format: binary */
            file: string;
            /** @enum {string} */
            declaredRecent?: 'true' | 'false';
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              idNumberMasked: string;
              /** @description the learner's own number, in full */
              phone: string;
              phoneVerified: boolean;
              basic: {
                employer: string;
                /** @enum {string} */
                education:
                  | 'juniorMiddle'
                  | 'seniorMiddle'
                  | 'vocational'
                  | 'college'
                  | 'bachelor'
                  | 'master'
                  | 'doctor';
                title: string;
                address: string;
              } | null;
              files: {
                idCardFront: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                idCardBack: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                portrait: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
              };
              missing: {
                /** @enum {string} */
                item:
                  | 'phone'
                  | 'idCardFront'
                  | 'idCardBack'
                  | 'portrait'
                  | 'recentPortraitDeclaration'
                  | 'basic';
                label: string;
              }[];
              completedAt: string | null;
              consents: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/kept-frames': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many pictures of me are kept, what a withdrawal left for now, what it deleted
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description Pictures kept with consent */
              kept: number;
              /** @description Consent withdrawn: deleted within a day */
              leaving: number;
              /** @description Consent withdrawn, but evidence of what is not decided yet */
              held: {
                /** @enum {string} */
                heldFor: 'audit' | 'appeal' | 'reopening' | 'appealWindow' | 'finding';
                studyYear: number | null;
                until: string | null;
                frames: number;
              }[];
              /** @description What was deleted, newest first */
              receipts: {
                /** Format: date-time */
                at: string;
                frames: number;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My profile, the phone first, and what is missing
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              idNumberMasked: string;
              /** @description the learner's own number, in full */
              phone: string;
              phoneVerified: boolean;
              basic: {
                employer: string;
                /** @enum {string} */
                education:
                  | 'juniorMiddle'
                  | 'seniorMiddle'
                  | 'vocational'
                  | 'college'
                  | 'bachelor'
                  | 'master'
                  | 'doctor';
                title: string;
                address: string;
              } | null;
              files: {
                idCardFront: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                idCardBack: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                portrait: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
              };
              missing: {
                /** @enum {string} */
                item:
                  | 'phone'
                  | 'idCardFront'
                  | 'idCardBack'
                  | 'portrait'
                  | 'recentPortraitDeclaration'
                  | 'basic';
                label: string;
              }[];
              completedAt: string | null;
              consents: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/profile/basic': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Save the basic information
     * @description Permission: learner
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            employer: string;
            /** @enum {string} */
            education:
              | 'juniorMiddle'
              | 'seniorMiddle'
              | 'vocational'
              | 'college'
              | 'bachelor'
              | 'master'
              | 'doctor';
            title?: string;
            address: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              idNumberMasked: string;
              /** @description the learner's own number, in full */
              phone: string;
              phoneVerified: boolean;
              basic: {
                employer: string;
                /** @enum {string} */
                education:
                  | 'juniorMiddle'
                  | 'seniorMiddle'
                  | 'vocational'
                  | 'college'
                  | 'bachelor'
                  | 'master'
                  | 'doctor';
                title: string;
                address: string;
              } | null;
              files: {
                idCardFront: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                idCardBack: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
                portrait: {
                  /** Format: uuid */
                  id: string;
                  url: string;
                  /** Format: date-time */
                  createdAt: string;
                  takenOn: string | null;
                  quality: {
                    /** @enum {string} */
                    checked: 'machine' | 'eye' | 'none';
                    width: number | null;
                    height: number | null;
                  };
                  registryMatch: ('matched' | 'mismatched' | 'absent' | 'pending') | null;
                  replaceable: boolean;
                } | null;
              };
              missing: {
                /** @enum {string} */
                item:
                  | 'phone'
                  | 'idCardFront'
                  | 'idCardBack'
                  | 'portrait'
                  | 'recentPortraitDeclaration'
                  | 'basic';
                label: string;
              }[];
              completedAt: string | null;
              consents: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My two consents to the use of my face
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/consents/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Agree, to this version of the text
     * @description Permission: learner
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          kind: 'useFace' | 'keepFrames';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            version: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    post?: never;
    /**
     * Withdraw; the template of the face is deleted at once
     * @description Permission: learner
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          kind: 'useFace' | 'keepFrames';
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** @enum {string} */
                kind: 'useFace' | 'keepFrames';
                /** @description the version of the text to agree to */
                currentVersion: string;
                version: string | null;
                givenAt: string | null;
                live: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registry/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What stands open between here and the registry, the longest first
     * @description Permission: registry.manage
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description built-in or http */
              registry: string;
              items: {
                /** @enum {string} */
                kind:
                  | 'voidNeeded'
                  | 'voidWaiting'
                  | 'voidRefused'
                  | 'hoursWaiting'
                  | 'renewalWaiting'
                  | 'renewalRefused';
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                enrolmentId: string;
                certificateId: string | null;
                /** Format: uuid */
                learnerId: string;
                holderMasked: string | null;
                postLabel: {
                  zh: string;
                  en: string;
                };
                number: string | null;
                /** @description by which the registry’s own staff find the case */
                businessKey: string;
                /** Format: date-time */
                since: string;
                attempts: number;
                lastFault: string | null;
                reason: string | null;
                sentence: {
                  zh: string;
                  en: string;
                };
                /** @enum {string} */
                owner: 'admin' | 'system' | 'support';
                /** @enum {string} */
                helps: 'approveVoid' | 'hurryVoid' | 'callRegistry' | 'openLearner';
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/certificates/{id}/registry-void': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a certificate void at the registry, because its hours were cleared
     * @description Permission: registry.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description one effect per id
             */
            commandId: string;
            reason: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registry/voids/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the registry for an approved void now
     * @description Permission: registry.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sandbox/plays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask a stand-in to act as learner or staff; only in a sandbox
     * @description Permission: scope:sandbox.play
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uuid */
            enrolmentId: string;
            /** @enum {string} */
            play:
              | 'settleIn'
              | 'study'
              | 'studySwapped'
              | 'passExam'
              | 'failExam'
              | 'acceptHours'
              | 'clearHours'
              | 'appeal'
              | 'grantAppeal'
              | 'dismissAppeal'
              | 'renew';
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              enrolmentId: string;
              /** @enum {string} */
              play:
                | 'settleIn'
                | 'study'
                | 'studySwapped'
                | 'passExam'
                | 'failExam'
                | 'acceptHours'
                | 'clearHours'
                | 'appeal'
                | 'grantAppeal'
                | 'dismissAppeal'
                | 'renew';
              /** @enum {string} */
              state: 'queued' | 'playing' | 'done' | 'failed';
              fault: string | null;
              /** Format: date-time */
              askedAt: string;
              endedAt: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sandbox/plays/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What has become of a play
     * @description Permission: scope:sandbox.play
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              enrolmentId: string;
              /** @enum {string} */
              play:
                | 'settleIn'
                | 'study'
                | 'studySwapped'
                | 'passExam'
                | 'failExam'
                | 'acceptHours'
                | 'clearHours'
                | 'appeal'
                | 'grantAppeal'
                | 'dismissAppeal'
                | 'renew';
              /** @enum {string} */
              state: 'queued' | 'playing' | 'done' | 'failed';
              fault: string | null;
              /** Format: date-time */
              askedAt: string;
              endedAt: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Keys of integrators
     * @description Permission: apiKeys.manage
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                name: string;
                scopes: (
                  | 'certificates.verify'
                  | 'enrolments.read'
                  | 'enrolments.write'
                  | 'hours.read'
                  | 'sandbox.play'
                )[];
                /** Format: date-time */
                createdAt: string;
                lastUsedAt: string | null;
                revokedAt: string | null;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Make a key; it is shown this once
     * @description Permission: apiKeys.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            scopes: (
              | 'certificates.verify'
              | 'enrolments.read'
              | 'enrolments.write'
              | 'hours.read'
              | 'sandbox.play'
            )[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              key: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a key at once
     * @description Permission: apiKeys.manage
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Staff accounts
     * @description Permission: staff.manage
     */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                login: string;
                displayName: string;
                roles: ('auditor' | 'seniorAuditor' | 'support' | 'registrar' | 'admin')[];
                employer: string | null;
                disabledAt: string | null;
                /** Format: date-time */
                createdAt: string;
              }[];
              nextCursor: string | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Create a staff account; the TOTP secret is shown this once
     * @description Permission: staff.manage
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            login: string;
            displayName: string;
            password: string;
            roles: ('auditor' | 'seniorAuditor' | 'support' | 'registrar' | 'admin')[];
            idNumber?: string;
            employer?: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              totpSecret: string;
              totpAddress: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change roles, name, employer; disable; reset password or TOTP. Sessions end at once
     * @description Permission: staff.manage
     */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            displayName?: string;
            roles?: ('auditor' | 'seniorAuditor' | 'support' | 'registrar' | 'admin')[];
            employer?: string | null;
            disabled?: boolean;
            newPassword?: string;
            resetTotp?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              totpSecret?: string;
              totpAddress?: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    trace?: never;
  };
  '/api/me/study-sessions/{id}/attended-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The check a session without a face waits for
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              check: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'question';
                answerBy: string | null;
                triesLeft: number;
                code: {
                  /** @description Last four digits of the registered phone */
                  phoneTail: string;
                  /** @enum {string} */
                  state: 'sending' | 'sent' | 'away';
                  sentAt: string | null;
                  /** Format: date-time */
                  again: string;
                } | null;
                question: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'single' | 'multiple' | 'trueFalse';
                  stem: string;
                  options: string[];
                } | null;
              } | null;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    /**
     * Answers it: the code of the message, or options of the question
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uuid */
            checkId: string;
            code?: string;
            chosen?: number[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'matched' | 'pending' | 'wrong' | 'over';
              sentence: {
                zh: string;
                en: string;
              };
              check: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'question';
                answerBy: string | null;
                triesLeft: number;
                code: {
                  /** @description Last four digits of the registered phone */
                  phoneTail: string;
                  /** @enum {string} */
                  state: 'sending' | 'sent' | 'away';
                  sentAt: string | null;
                  /** Format: date-time */
                  again: string;
                } | null;
                question: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'single' | 'multiple' | 'trueFalse';
                  stem: string;
                  options: string[];
                } | null;
              } | null;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
                leaseToken: number;
                /** Format: uuid */
                enrolmentId: string;
                epoch: number;
                /** Format: date-time */
                startedAt: string;
                lesson: {
                  /** Format: uuid */
                  id: string;
                  title: string;
                  durationSeconds: number;
                  sources: {
                    type: string;
                    url: string;
                  }[];
                  subtitlesUrl: string | null;
                  posterUrl: string | null;
                };
                watched: [number, number][];
                lastReceipt: {
                  zh: string;
                  en: string;
                } | null;
                challenge: {
                  /** Format: uuid */
                  id: string;
                  nonce: string;
                  actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                  perActionMs: number;
                  /** Format: date-time */
                  issuedAt: string;
                  /** Format: date-time */
                  expiresAt: string;
                } | null;
                /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
                commitment: string;
                seed: string | null;
                beatEverySeconds: number;
                leaseSeconds: number;
                offlineGraceSeconds: number;
                unacknowledgedPauseSeconds: number;
                recheckAnswerSeconds: number;
                replay: boolean;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/attended-check/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another code for it; after a stop, a new check at the door
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              check: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'entry' | 'recheck' | 'question';
                answerBy: string | null;
                triesLeft: number;
                code: {
                  /** @description Last four digits of the registered phone */
                  phoneTail: string;
                  /** @enum {string} */
                  state: 'sending' | 'sent' | 'away';
                  sentAt: string | null;
                  /** Format: date-time */
                  again: string;
                } | null;
                question: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'single' | 'multiple' | 'trueFalse';
                  stem: string;
                  options: string[];
                } | null;
              } | null;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/check-proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Random checks of a session that has ended, to verify without us (F17)
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              format: 'xuzheng-check-proof-1';
              method: string;
              /** Format: uuid */
              sessionId: string;
              lessonTitle: string;
              lessonSeconds: number;
              /** Format: date-time */
              startedAt: string;
              /** Format: date-time */
              endedAt: string;
              endReason: string;
              /** @description Was shown when the session started */
              commitment: string;
              /** @description Secret until the session had ended */
              seed: string;
              rule: {
                policyId: string;
                policyVersion: number;
                snapshotEverySeconds: number;
                recheckEverySeconds: number;
                checkJitter: number;
                firstWithinSeconds: number;
                slackSeconds: number;
                /** @description Length of the lesson */
                horizonSeconds: number;
              };
              playedSeconds: number;
              planned: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck';
                afterSeconds: number;
              }[];
              done: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck';
                /** @description Seconds of play at which it was planned */
                afterSeconds: number;
                /** Format: date-time */
                dueAt: string;
                /** @description Seconds of play when it was asked for */
                duePlayedSeconds: number;
                /** Format: date-time */
                closedAt: string;
                closedPlayedSeconds: number;
                /** @enum {string} */
                closedAs: 'taken' | 'answered' | 'left' | 'silent' | 'unasked';
                late: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audits/{id}/sessions/{sessionId}/check-proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Random checks of a session under audit, to verify without the database
     * @description Permission: audits.read
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          sessionId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              format: 'xuzheng-check-proof-1';
              method: string;
              /** Format: uuid */
              sessionId: string;
              lessonTitle: string;
              lessonSeconds: number;
              /** Format: date-time */
              startedAt: string;
              /** Format: date-time */
              endedAt: string;
              endReason: string;
              /** @description Was shown when the session started */
              commitment: string;
              /** @description Secret until the session had ended */
              seed: string;
              rule: {
                policyId: string;
                policyVersion: number;
                snapshotEverySeconds: number;
                recheckEverySeconds: number;
                checkJitter: number;
                firstWithinSeconds: number;
                slackSeconds: number;
                /** @description Length of the lesson */
                horizonSeconds: number;
              };
              playedSeconds: number;
              planned: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck';
                afterSeconds: number;
              }[];
              done: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck';
                /** @description Seconds of play at which it was planned */
                afterSeconds: number;
                /** Format: date-time */
                dueAt: string;
                /** @description Seconds of play when it was asked for */
                duePlayedSeconds: number;
                /** Format: date-time */
                closedAt: string;
                closedPlayedSeconds: number;
                /** @enum {string} */
                closedAs: 'taken' | 'answered' | 'left' | 'silent' | 'unasked';
                late: boolean;
              }[];
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 我的培训: where each enrolment stands, who acts next, until when
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              post: string;
              postLabel: {
                zh: string;
                en: string;
              };
              studyYear: number;
              /** Format: date */
              yearStartsOn: string;
              /**
               * Format: date
               * @description Exclusive: first day of the next year
               */
              yearEndsOn: string;
              policyId: string;
              policyVersion: number;
              examRequired: boolean;
              examPassedAt: string | null;
              /** @description 1, and one more after each clear */
              epoch: number;
              explanation: {
                stage: string;
                sentence: {
                  zh: string;
                  en: string;
                };
                /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                owner: string;
                nextStep: {
                  zh: string;
                  en: string;
                };
                dueAt: string | null;
                primaryAction: string | null;
                permitted: string[];
                blockedBy: {
                  zh: string;
                  en: string;
                } | null;
                /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                beside: {
                  zh: string;
                  en: string;
                }[];
              };
              steps: {
                key: string;
                labelZh: string;
                labelEn: string;
                /** @enum {string} */
                status: 'done' | 'current' | 'todo' | 'skipped';
                at: string | null;
              }[];
              hours: {
                /** @description Watched seconds of this epoch, credited or pending */
                studiedSeconds: number;
                /** @description Of these, seconds a person must look at */
                pendingSeconds: number;
                studiedCreditHours: number;
                /** @description Valid: an accepting verdict exists */
                creditedCreditHours: number;
                requiredCreditHours: number;
                requiredProfessionalCreditHours: number;
                professionalCreditHours: number;
                lessonsCompleted: number;
                lessonsTotal: number;
                completedAt: string | null;
              };
            }[];
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One enrolment with its courses and lessons
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              post: string;
              postLabel: {
                zh: string;
                en: string;
              };
              studyYear: number;
              /** Format: date */
              yearStartsOn: string;
              /**
               * Format: date
               * @description Exclusive: first day of the next year
               */
              yearEndsOn: string;
              policyId: string;
              policyVersion: number;
              examRequired: boolean;
              examPassedAt: string | null;
              /** @description 1, and one more after each clear */
              epoch: number;
              explanation: {
                stage: string;
                sentence: {
                  zh: string;
                  en: string;
                };
                /** @description learner, auditor, seniorAuditor, support, registry, system or nobody */
                owner: string;
                nextStep: {
                  zh: string;
                  en: string;
                };
                dueAt: string | null;
                primaryAction: string | null;
                permitted: string[];
                blockedBy: {
                  zh: string;
                  en: string;
                } | null;
                /** @description What goes on beside the state: an estimated date, a failed SMS, a silent registry */
                beside: {
                  zh: string;
                  en: string;
                }[];
              };
              steps: {
                key: string;
                labelZh: string;
                labelEn: string;
                /** @enum {string} */
                status: 'done' | 'current' | 'todo' | 'skipped';
                at: string | null;
              }[];
              hours: {
                /** @description Watched seconds of this epoch, credited or pending */
                studiedSeconds: number;
                /** @description Of these, seconds a person must look at */
                pendingSeconds: number;
                studiedCreditHours: number;
                /** @description Valid: an accepting verdict exists */
                creditedCreditHours: number;
                requiredCreditHours: number;
                requiredProfessionalCreditHours: number;
                professionalCreditHours: number;
                lessonsCompleted: number;
                lessonsTotal: number;
                completedAt: string | null;
              };
              courses: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @enum {string} */
                kind: 'professional' | 'public';
                lessons: {
                  /** Format: uuid */
                  id: string;
                  position: number;
                  title: string;
                  topic: string;
                  durationSeconds: number;
                  creditHours: number;
                  watchedSeconds: number;
                  pendingSeconds: number;
                  resumeAtSeconds: number;
                  completedAt: string | null;
                  lastReceipt: {
                    zh: string;
                    en: string;
                  } | null;
                  /** @description Public hours studied for another post; null: studied here */
                  sharedFrom: {
                    postLabel: {
                      zh: string;
                      en: string;
                    };
                    studyYear: number;
                    /** Format: date-time */
                    at: string;
                  } | null;
                  posterUrl: string | null;
                }[];
              }[];
              study: {
                open: boolean;
                /** @description Hours are complete: free replay, nothing is credited */
                replay: boolean;
                code: string | null;
                sentence: {
                  zh: string;
                  en: string;
                } | null;
                /** @description What the profile still lacks */
                missing: string[];
              };
              /** @description The notice of the handbook, word for word, once all courses are complete */
              completionNotice: string | null;
              /** @description False when all lessons are complete but published courses give too few hours */
              requirementMet: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/enrolments/{id}/passport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every minute credited, pending or uncounted, with its reason
     * @description Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              epoch: number;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              segments: {
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                n: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                lessonFrom: number;
                lessonTo: number;
                beats: number;
                presenceAt: string | null;
                evidence: string[];
              }[];
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
                /** Format: uuid */
                sessionId: string;
                /** Format: uuid */
                lessonId: string;
                /** @description Why seconds of the minute do not count, the dearest first */
                reasons: {
                  reason: string;
                  seconds: number;
                }[];
                evidence: string[];
              }[];
              sessions: {
                /** Format: uuid */
                id: string;
                lessonTitle: string;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
                creditedSeconds: number;
                pendingSeconds: number;
                commitment: string;
                /** @description Ended, and checked by a plan that can be verified */
                provable: boolean;
              }[];
              missed: {
                /** @description After the miss, by the policy */
                makeUpDays: number;
                /** @description Still to be made up in time */
                openSeconds: number;
                parts: {
                  /** Format: uuid */
                  sessionId: string;
                  /** Format: uuid */
                  lessonId: string;
                  lessonTitle: string;
                  /** @description Of the lesson */
                  fromSeconds: number;
                  toSeconds: number;
                  /** @description Of these, still to be watched */
                  leftSeconds: number;
                  /** Format: date-time */
                  missedAt: string;
                  /** Format: date-time */
                  makeUpUntil: string;
                  /** @enum {string} */
                  state: 'open' | 'lapsed' | 'madeUp' | 'studied';
                  madeUpAt: string | null;
                }[];
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells at once that the session changed: taken over, stopped for a check, over
     * @description Server-sent events. `changed` holds the id of the session and nothing else: ask for the session. One comes at the beginning too. The stream closes when the session has ended, and is answered with 204 from then on. Whoever cannot listen learns the same from the next beat.
     *
     *     Permission: learner
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description events */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/event-stream': string;
          };
        };
        /** @description The session has ended */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 开始学习: opens a session, or takes one over from another device
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uuid */
            enrolmentId: string;
            /** Format: uuid */
            lessonId: string;
            takeOver?: boolean;
            /** @description Study without a face: open to everybody, asks for no consent */
            attended?: boolean;
            device: string;
            cameraLabel?: string;
            /** @enum {string} */
            microphone?: 'granted' | 'refused' | 'missing';
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @description Grows with every change: of two views the one with the greater revision is newer */
              revision: number;
              /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
              state: string;
              pausedBecause: string | null;
              ended: boolean;
              endReason: string | null;
              /** @description Every beat up to here is stored */
              ackSeq: number;
              /** @description Where the server lets the lesson be */
              positionSeconds: number;
              /** @description Watched seconds of this lesson that are safe */
              savedSeconds: number;
              lessonComplete: boolean;
              /** @description All courses of the study year are complete */
              hoursComplete: boolean;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              receipt: {
                zh: string;
                en: string;
              };
              due: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck' | 'question';
                /** @description The check of the plan this is; asked once */
                id: string;
                answerBy: string | null;
                triesLeft: number;
              } | null;
              /** @description Without a face: no camera, no picture, codes instead */
              attended: boolean;
              faceTriesLeft: number;
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
              }[];
              /** Format: date-time */
              serverTime: string;
              leaseToken: number;
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              /** Format: date-time */
              startedAt: string;
              lesson: {
                /** Format: uuid */
                id: string;
                title: string;
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                subtitlesUrl: string | null;
                posterUrl: string | null;
              };
              watched: [number, number][];
              lastReceipt: {
                zh: string;
                en: string;
              } | null;
              challenge: {
                /** Format: uuid */
                id: string;
                nonce: string;
                actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                perActionMs: number;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
              } | null;
              /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
              commitment: string;
              seed: string | null;
              beatEverySeconds: number;
              leaseSeconds: number;
              offlineGraceSeconds: number;
              unacknowledgedPauseSeconds: number;
              recheckAnswerSeconds: number;
              replay: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Permission: learner */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @description Grows with every change: of two views the one with the greater revision is newer */
              revision: number;
              /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
              state: string;
              pausedBecause: string | null;
              ended: boolean;
              endReason: string | null;
              /** @description Every beat up to here is stored */
              ackSeq: number;
              /** @description Where the server lets the lesson be */
              positionSeconds: number;
              /** @description Watched seconds of this lesson that are safe */
              savedSeconds: number;
              lessonComplete: boolean;
              /** @description All courses of the study year are complete */
              hoursComplete: boolean;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              receipt: {
                zh: string;
                en: string;
              };
              due: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck' | 'question';
                /** @description The check of the plan this is; asked once */
                id: string;
                answerBy: string | null;
                triesLeft: number;
              } | null;
              /** @description Without a face: no camera, no picture, codes instead */
              attended: boolean;
              faceTriesLeft: number;
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
              }[];
              /** Format: date-time */
              serverTime: string;
              leaseToken: number;
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              /** Format: date-time */
              startedAt: string;
              lesson: {
                /** Format: uuid */
                id: string;
                title: string;
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                subtitlesUrl: string | null;
                posterUrl: string | null;
              };
              watched: [number, number][];
              lastReceipt: {
                zh: string;
                en: string;
              } | null;
              challenge: {
                /** Format: uuid */
                id: string;
                nonce: string;
                actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                perActionMs: number;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
              } | null;
              /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
              commitment: string;
              seed: string | null;
              beatEverySeconds: number;
              leaseSeconds: number;
              offlineGraceSeconds: number;
              unacknowledgedPauseSeconds: number;
              recheckAnswerSeconds: number;
              replay: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/beats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Heartbeats; acknowledged once stored, idempotent by seq
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            leaseToken: number;
            beats: {
              seq: number;
              positionSeconds: number;
              playing: boolean;
              visible: boolean;
              /** @description Touches and keys so far: a hint */
              inputs?: number;
              /** @description Events no person caused, so far: a hint that decides nothing */
              untrustedEvents?: number;
              /** @description Kept for nothing: client time decides nothing */
              clientAt?: string;
            }[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              ackSeq: number;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Permission: learner */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            leaseToken: number;
            beats: {
              seq: number;
              positionSeconds: number;
              playing: boolean;
              visible: boolean;
              /** @description Touches and keys so far: a hint */
              inputs?: number;
              /** @description Events no person caused, so far: a hint that decides nothing */
              untrustedEvents?: number;
              /** @description Kept for nothing: client time decides nothing */
              clientAt?: string;
            }[];
          } | null;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @description Grows with every change: of two views the one with the greater revision is newer */
              revision: number;
              /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
              state: string;
              pausedBecause: string | null;
              ended: boolean;
              endReason: string | null;
              /** @description Every beat up to here is stored */
              ackSeq: number;
              /** @description Where the server lets the lesson be */
              positionSeconds: number;
              /** @description Watched seconds of this lesson that are safe */
              savedSeconds: number;
              lessonComplete: boolean;
              /** @description All courses of the study year are complete */
              hoursComplete: boolean;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              receipt: {
                zh: string;
                en: string;
              };
              due: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck' | 'question';
                /** @description The check of the plan this is; asked once */
                id: string;
                answerBy: string | null;
                triesLeft: number;
              } | null;
              /** @description Without a face: no camera, no picture, codes instead */
              attended: boolean;
              faceTriesLeft: number;
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
              }[];
              /** Format: date-time */
              serverTime: string;
              leaseToken: number;
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              /** Format: date-time */
              startedAt: string;
              lesson: {
                /** Format: uuid */
                id: string;
                title: string;
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                subtitlesUrl: string | null;
                posterUrl: string | null;
              };
              watched: [number, number][];
              lastReceipt: {
                zh: string;
                en: string;
              } | null;
              challenge: {
                /** Format: uuid */
                id: string;
                nonce: string;
                actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                perActionMs: number;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
              } | null;
              /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
              commitment: string;
              seed: string | null;
              beatEverySeconds: number;
              leaseSeconds: number;
              offlineGraceSeconds: number;
              unacknowledgedPauseSeconds: number;
              recheckAnswerSeconds: number;
              replay: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Permission: learner */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            leaseToken: number;
            beats: {
              seq: number;
              positionSeconds: number;
              playing: boolean;
              visible: boolean;
              /** @description Touches and keys so far: a hint */
              inputs?: number;
              /** @description Events no person caused, so far: a hint that decides nothing */
              untrustedEvents?: number;
              /** @description Kept for nothing: client time decides nothing */
              clientAt?: string;
            }[];
          } | null;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @description Grows with every change: of two views the one with the greater revision is newer */
              revision: number;
              /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
              state: string;
              pausedBecause: string | null;
              ended: boolean;
              endReason: string | null;
              /** @description Every beat up to here is stored */
              ackSeq: number;
              /** @description Where the server lets the lesson be */
              positionSeconds: number;
              /** @description Watched seconds of this lesson that are safe */
              savedSeconds: number;
              lessonComplete: boolean;
              /** @description All courses of the study year are complete */
              hoursComplete: boolean;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              receipt: {
                zh: string;
                en: string;
              };
              due: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck' | 'question';
                /** @description The check of the plan this is; asked once */
                id: string;
                answerBy: string | null;
                triesLeft: number;
              } | null;
              /** @description Without a face: no camera, no picture, codes instead */
              attended: boolean;
              faceTriesLeft: number;
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
              }[];
              /** Format: date-time */
              serverTime: string;
              leaseToken: number;
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              /** Format: date-time */
              startedAt: string;
              lesson: {
                /** Format: uuid */
                id: string;
                title: string;
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                subtitlesUrl: string | null;
                posterUrl: string | null;
              };
              watched: [number, number][];
              lastReceipt: {
                zh: string;
                en: string;
              } | null;
              challenge: {
                /** Format: uuid */
                id: string;
                nonce: string;
                actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                perActionMs: number;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
              } | null;
              /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
              commitment: string;
              seed: string | null;
              beatEverySeconds: number;
              leaseSeconds: number;
              offlineGraceSeconds: number;
              unacknowledgedPauseSeconds: number;
              recheckAnswerSeconds: number;
              replay: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Permission: learner */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            leaseToken: number;
            beats: {
              seq: number;
              positionSeconds: number;
              playing: boolean;
              visible: boolean;
              /** @description Touches and keys so far: a hint */
              inputs?: number;
              /** @description Events no person caused, so far: a hint that decides nothing */
              untrustedEvents?: number;
              /** @description Kept for nothing: client time decides nothing */
              clientAt?: string;
            }[];
          } | null;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @description Grows with every change: of two views the one with the greater revision is newer */
              revision: number;
              /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
              state: string;
              pausedBecause: string | null;
              ended: boolean;
              endReason: string | null;
              /** @description Every beat up to here is stored */
              ackSeq: number;
              /** @description Where the server lets the lesson be */
              positionSeconds: number;
              /** @description Watched seconds of this lesson that are safe */
              savedSeconds: number;
              lessonComplete: boolean;
              /** @description All courses of the study year are complete */
              hoursComplete: boolean;
              totals: {
                elapsedSeconds: number;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                uncountedByReason: {
                  [key: string]: number;
                };
              };
              receipt: {
                zh: string;
                en: string;
              };
              due: {
                /** @enum {string} */
                kind: 'snapshot' | 'recheck' | 'question';
                /** @description The check of the plan this is; asked once */
                id: string;
                answerBy: string | null;
                triesLeft: number;
              } | null;
              /** @description Without a face: no camera, no picture, codes instead */
              attended: boolean;
              faceTriesLeft: number;
              minutes: {
                /** Format: date-time */
                startsAt: string;
                creditedSeconds: number;
                pendingSeconds: number;
                uncountedSeconds: number;
                /** @enum {string} */
                kind: 'credited' | 'pending' | 'uncounted';
                reason: string | null;
              }[];
              /** Format: date-time */
              serverTime: string;
              leaseToken: number;
              /** Format: uuid */
              enrolmentId: string;
              epoch: number;
              /** Format: date-time */
              startedAt: string;
              lesson: {
                /** Format: uuid */
                id: string;
                title: string;
                durationSeconds: number;
                sources: {
                  type: string;
                  url: string;
                }[];
                subtitlesUrl: string | null;
                posterUrl: string | null;
              };
              watched: [number, number][];
              lastReceipt: {
                zh: string;
                en: string;
              } | null;
              challenge: {
                /** Format: uuid */
                id: string;
                nonce: string;
                actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                perActionMs: number;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
              } | null;
              /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
              commitment: string;
              seed: string | null;
              beatEverySeconds: number;
              leaseSeconds: number;
              offlineGraceSeconds: number;
              unacknowledgedPauseSeconds: number;
              recheckAnswerSeconds: number;
              replay: boolean;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another draw of actions; the one before is worth nothing any more
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            another?: boolean;
          } | null;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              nonce: string;
              actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
              perActionMs: number;
              /** Format: date-time */
              issuedAt: string;
              /** Format: date-time */
              expiresAt: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/face-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 拍照识别: a burst of frames answers the challenge
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** @description JSON: {nonce, frames: [{atMs, action|null}]} */
            meta: string;
            /** @description JPEG frames in the order of meta.frames */
            frame: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'matched' | 'uncertain' | 'missed' | 'fault';
              reason: string | null;
              sentence: {
                zh: string;
                en: string;
              };
              triesLeft: number;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
                leaseToken: number;
                /** Format: uuid */
                enrolmentId: string;
                epoch: number;
                /** Format: date-time */
                startedAt: string;
                lesson: {
                  /** Format: uuid */
                  id: string;
                  title: string;
                  durationSeconds: number;
                  sources: {
                    type: string;
                    url: string;
                  }[];
                  subtitlesUrl: string | null;
                  posterUrl: string | null;
                };
                watched: [number, number][];
                lastReceipt: {
                  zh: string;
                  en: string;
                } | null;
                challenge: {
                  /** Format: uuid */
                  id: string;
                  nonce: string;
                  actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                  perActionMs: number;
                  /** Format: date-time */
                  issuedAt: string;
                  /** Format: date-time */
                  expiresAt: string;
                } | null;
                /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
                commitment: string;
                seed: string | null;
                beatEverySeconds: number;
                leaseSeconds: number;
                offlineGraceSeconds: number;
                unacknowledgedPauseSeconds: number;
                recheckAnswerSeconds: number;
                replay: boolean;
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/study-sessions/{id}/snapshots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 抓拍: the frame that was asked for; whose face it is, is decided afterwards
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** Format: binary */
            frame: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/rehearsals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A rehearsal of the face check: no session, no penalty
     * @description Permission: learner
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              nonce: string;
              actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
              perActionMs: number;
              /** Format: date-time */
              issuedAt: string;
              /** Format: date-time */
              expiresAt: string;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/rehearsals/{id}/frames': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Permission: learner */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** @description JSON: {nonce, frames: [{atMs, action|null}]} */
            meta: string;
            /** @description JPEG frames in the order of meta.frames */
            frame: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'matched' | 'uncertain' | 'missed' | 'fault';
              reason: string | null;
              sentence: {
                zh: string;
                en: string;
              };
              triesLeft: number;
              session: {
                /** Format: uuid */
                id: string;
                /** @description Grows with every change: of two views the one with the greater revision is newer */
                revision: number;
                /** @description preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed */
                state: string;
                pausedBecause: string | null;
                ended: boolean;
                endReason: string | null;
                /** @description Every beat up to here is stored */
                ackSeq: number;
                /** @description Where the server lets the lesson be */
                positionSeconds: number;
                /** @description Watched seconds of this lesson that are safe */
                savedSeconds: number;
                lessonComplete: boolean;
                /** @description All courses of the study year are complete */
                hoursComplete: boolean;
                totals: {
                  elapsedSeconds: number;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  uncountedByReason: {
                    [key: string]: number;
                  };
                };
                receipt: {
                  zh: string;
                  en: string;
                };
                due: {
                  /** @enum {string} */
                  kind: 'snapshot' | 'recheck' | 'question';
                  /** @description The check of the plan this is; asked once */
                  id: string;
                  answerBy: string | null;
                  triesLeft: number;
                } | null;
                /** @description Without a face: no camera, no picture, codes instead */
                attended: boolean;
                faceTriesLeft: number;
                minutes: {
                  /** Format: date-time */
                  startsAt: string;
                  creditedSeconds: number;
                  pendingSeconds: number;
                  uncountedSeconds: number;
                  /** @enum {string} */
                  kind: 'credited' | 'pending' | 'uncounted';
                  reason: string | null;
                }[];
                /** Format: date-time */
                serverTime: string;
                leaseToken: number;
                /** Format: uuid */
                enrolmentId: string;
                epoch: number;
                /** Format: date-time */
                startedAt: string;
                lesson: {
                  /** Format: uuid */
                  id: string;
                  title: string;
                  durationSeconds: number;
                  sources: {
                    type: string;
                    url: string;
                  }[];
                  subtitlesUrl: string | null;
                  posterUrl: string | null;
                };
                watched: [number, number][];
                lastReceipt: {
                  zh: string;
                  en: string;
                } | null;
                challenge: {
                  /** Format: uuid */
                  id: string;
                  nonce: string;
                  actions: ('openMouth' | 'turnLeft' | 'turnRight' | 'nod')[];
                  perActionMs: number;
                  /** Format: date-time */
                  issuedAt: string;
                  /** Format: date-time */
                  expiresAt: string;
                } | null;
                /** @description SHA-256 of the seed of the random checks, given before the first of them (F17) */
                commitment: string;
                seed: string | null;
                beatEverySeconds: number;
                leaseSeconds: number;
                offlineGraceSeconds: number;
                unacknowledgedPauseSeconds: number;
                recheckAnswerSeconds: number;
                replay: boolean;
              } | null;
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description refused: problem+json with a code and a sentence */
        '5XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              code: string;
              /** @description one sentence that says what to do */
              detail: string;
              /** @description which parts of the request are wrong */
              fields?: {
                path: string;
                message: string;
              }[];
              details?: {
                [key: string]: unknown;
              };
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
