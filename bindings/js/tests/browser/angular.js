// SPDX-License-Identifier: MIT
// angular.js - the login form of frameworks.js in Angular, with a reactive form or by ngModel: window.mount(name, type).
//
// Out: window.state is what the form control holds, window.sent what (ngSubmit) would send.  Templates are compiled in the page,
// which wants eval: its test lifts the policy.
import '@angular/compiler'
import { ChangeDetectorRef, Component, inject, provideZonelessChangeDetection } from '@angular/core'
import { FormControl, FormGroup, FormsModule, ReactiveFormsModule } from '@angular/forms'
import { bootstrapApplication } from '@angular/platform-browser'
import { ja } from 'loginlint'
import { attach } from 'loginlint/form'

const options = { field: 'login-id', rules: 'kind: any', lang: ja }
globalThis.sent = []

const page = (form, input) => `
  <form ${form} (ngSubmit)="send()">
    <label for="f">ID</label>
    <div><input id="f" [type]="type" ${input}></div>
    <button id="go">go</button>
  </form>`

/** What both have: the input is guarded once it is there. */
const guarded = (type) =>
  class {
    type = type
    send() {
      globalThis.sent.push(this.id)
    }
    ngAfterViewInit() {
      this.handle = attach(document.querySelector('#f'), options)
    }
    ngOnDestroy() {
      this.handle.detach()
    }
  }

function reactive(type) {
  const Base = guarded(type)
  class Login extends Base {
    form = new FormGroup({ id: new FormControl('') })
    constructor() {
      super()
      this.form.valueChanges.subscribe(({ id }) => (globalThis.state = id))
    }
    get id() {
      return this.form.value.id
    }
  }
  return Component({ selector: 'app-login', imports: [ReactiveFormsModule], template: page('[formGroup]="form"', 'formControlName="id"') })(Login)
}

function byModel(type) {
  const Base = guarded(type)
  class Login extends Base {
    changes = inject(ChangeDetectorRef)
    #id = ''
    get id() {
      return this.#id
    }
    set id(value) {
      globalThis.state = this.#id = value
      this.changes.markForCheck()
    }
  }
  return Component({ selector: 'app-login', imports: [FormsModule], template: page('', '[(ngModel)]="id" name="id"') })(Login)
}

globalThis.mount = (name, type) => {
  document.querySelector('#root').append(document.createElement('app-login'))
  return bootstrapApplication({ 'angular reactive': reactive, 'angular ngModel': byModel }[name](type), { providers: [provideZonelessChangeDetection()] }).then(() => {})
}
