// @tensorflow/tfjs exports all of @tensorflow/tfjs-core.
module.exports = require('@tensorflow/tfjs')
