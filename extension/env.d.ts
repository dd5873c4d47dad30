/** What the build knows. Written with a dot, it leaves out what the other browser needs. */
interface ImportMetaEnv {
  readonly FIREFOX: boolean
}
