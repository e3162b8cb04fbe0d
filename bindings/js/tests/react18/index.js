// SPDX-License-Identifier: MIT
// index.js - React 18 beside the React 19 of the other tests.
export { createElement, StrictMode, useEffect, useRef, useState } from 'react'
export { createRoot } from 'react-dom/client'
