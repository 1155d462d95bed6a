import { createContext } from 'react';
import { createRegister, type FieldRegister } from '../state/field-register.ts';

/** The register of the seat; a field that stands alone has one all the same. */
export const FieldRegisterContext = createContext<FieldRegister>(createRegister());
