// SPDX-License-Identifier: MIT
// frameworks.js - a login form of one controlled input in each framework: window.mount(name, type).
//
// Out: window.state is what the framework holds, window.sent what its own submit handler would send.
import { h as ph, render } from 'preact'
import { useState as usePreactState } from 'preact/hooks'
import * as react19 from 'react'
import * as dom19 from 'react-dom/client'
import * as react18 from 'react18'
import { mount as mountSvelte } from 'svelte'
import { createApp, h, ref, vModelText, withDirectives } from 'vue'
import htmx from 'htmx.org'
import { ja } from 'loginlint'
import { attach, attachAll } from 'loginlint/form'
import Login from './Login.svelte'

const options = { field: 'login-id', rules: 'kind: any', lang: ja }
const show = (value) => (globalThis.state = value)
const send = (value) => globalThis.sent.push(value)
const root = () => document.querySelector('#root')
globalThis.sent = []

const react = ({ createElement, createRoot, StrictMode, useEffect, useRef, useState }) => (type) => {
  function Form() {
    const [id, setId] = useState('')
    const input = useRef(null)
    show(id)
    useEffect(() => {
      const handle = attach(input.current, options)
      return () => handle.detach()
    }, [])
    return createElement('form', { onSubmit: (event) => (event.preventDefault(), send(id)) },
      createElement('label', { htmlFor: 'f' }, 'ID'),
      createElement('div', null, createElement('input', { id: 'f', type, ref: input, value: id, onChange: (event) => setId(event.target.value) })),
      createElement('button', { id: 'go' }, 'go'))
  }
  createRoot(root()).render(createElement(StrictMode, null, createElement(Form)))
}

function preact(type) {
  function Form() {
    const [id, setId] = usePreactState('')
    show(id)
    return ph('form', { onSubmit: (event) => (event.preventDefault(), send(id)) },
      ph('label', { for: 'f' }, 'ID'),
      ph('div', null, ph('input', { id: 'f', type, ref: (input) => input && !input.guarded && (input.guarded = attach(input, options)), value: id, onInput: (event) => setId(event.target.value) })),
      ph('button', { id: 'go' }, 'go'))
  }
  render(ph(Form), root())
}

const vue = (modifiers) => (type) => {
  createApp({
    setup() {
      const id = ref('')
      return () => {
        show(id.value)
        const input = h('input', { id: 'f', type, onVnodeMounted: ({ el }) => attach(el, options), 'onUpdate:modelValue': (value) => (id.value = value) })
        return h('form', { onSubmit: (event) => (event.preventDefault(), send(id.value)) }, [
          h('label', { for: 'f' }, 'ID'),
          h('div', null, [withDirectives(input, [[vModelText, id.value, '', modifiers]])]),
          h('button', { id: 'go' }, 'go'),
        ])
      }
    },
  }).mount(root())
}

function svelte(type) {
  const guard = (input) => {
    const handle = attach(input, options)
    return { destroy: () => handle.detach() }
  }
  mountSvelte(Login, { target: root(), props: { guard, show, send, type } })
}

/** A server that answers with the form again: the old input goes, the new one comes. */
function swapped(type) {
  const html = `<form><label for="f">ID</label><div><input id="f" type="${type}" data-loginlint="login-id" data-loginlint-lang="ja"></div><button id="go">go</button></form>`
  root().innerHTML = html
  attachAll(document)
  htmx.swap('#root', html, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 })
  attachAll(document)
  document.querySelector('#f').addEventListener('input', (event) => show(event.target.value))
  document.forms[0].addEventListener('submit', (event) => (event.preventDefault(), send(document.querySelector('#f').value)))
}

globalThis.mount = (name, type) => ({ react: react({ ...react19, ...dom19 }), 'react 18': react(react18), preact, vue: vue({}), 'vue lazy': vue({ lazy: true }), svelte, 'htmx swap': swapped })[name](type)
