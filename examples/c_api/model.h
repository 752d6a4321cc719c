/* SPDX-License-Identifier: Apache-2.0 */
/* A model for C code. There is one, in memory of its own; call it from one thread. */
#ifndef MODEL_H
#define MODEL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Checks the model and plans its memory; call it first. Like model_invoke it returns NULL where all is well,
   else a text that says what is wrong, valid until the next call. */
const char* model_load(void);

/* Runs the model on what lies in its inputs. Write all of them before each call: they share memory with later
 * tensors. */
const char* model_invoke(void);

/* The elements of input or output `index`, from 0, and their number. NULL and 0 where there is none of this
   index, where its elements are of another type, or where no model is loaded. */
int8_t* model_input(int index, size_t* size);
const int8_t* model_output(int index, size_t* size);

#ifdef __cplusplus
}
#endif

#endif
