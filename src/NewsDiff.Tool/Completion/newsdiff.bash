# Completion of newsdiff in bash: options after a dash, otherwise commands and values, otherwise files.
_newsdiff() {
  local word=${COMP_WORDS[COMP_CWORD]} suggestion
  COMPREPLY=()
  while IFS= read -r suggestion; do
    if [[ $suggestion == "$word"* && ( $word == -* || $suggestion != -* ) ]]; then
      COMPREPLY+=("$suggestion")
    fi
  done < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
}
complete -o default -F _newsdiff newsdiff
