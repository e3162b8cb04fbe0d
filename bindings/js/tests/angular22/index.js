// SPDX-License-Identifier: MIT
// index.js - Angular 22, whose forms are made of signals, beside the Angular 20 of the other tests.
import '@angular/compiler'
export { Component, effect, provideZonelessChangeDetection, signal } from '@angular/core'
export { form, FormField, validateStandardSchema } from '@angular/forms/signals'
export { bootstrapApplication } from '@angular/platform-browser'
