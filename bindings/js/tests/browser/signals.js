// SPDX-License-Identifier: MIT
// signals.js - the login form of angular.js as a form of signals (Angular 22), judged by the schema: window.mount(name, type).
//
// Out: window.state is what the model holds, window.sent what would be sent, window.errors what the form says of the field.
import { bootstrapApplication, Component, effect, form, FormField, provideZonelessChangeDetection, signal, validateStandardSchema } from 'angular22'
import { ja } from 'loginlint'
import { candidates } from 'loginlint/candidates'
import { attach } from 'loginlint/form'
import { schema } from 'loginlint/schema'

const rules = 'kind: email'
globalThis.sent = []

const template = (type) => `
  <form (submit)="send($event)">
    <label for="f">ID</label>
    <div><input id="f" type="${type}" [formField]="fields.id"></div>
    <button id="go">go</button>
  </form>`

class Login {
  model = signal({ id: '' })
  fields = form(this.model, (path) => validateStandardSchema(path.id, schema('login-id', { rules, lang: ja, candidates })))
  constructor() {
    effect(() => {
      globalThis.state = this.model().id
      globalThis.errors = this.fields.id().errors().map(({ issue }) => issue)
    })
  }
  send(event) {
    event.preventDefault()
    globalThis.sent.push(this.model().id)
  }
  ngAfterViewInit() {
    this.handle = attach(document.querySelector('#f'), { field: 'login-id', rules, lang: ja })
  }
  ngOnDestroy() {
    this.handle.detach()
  }
}

globalThis.mount = (_, type) => {
  document.querySelector('#root').append(document.createElement('app-login'))
  const component = Component({ selector: 'app-login', imports: [FormField], template: template(type) })(Login)
  return bootstrapApplication(component, { providers: [provideZonelessChangeDetection()] }).then(() => {})
}
