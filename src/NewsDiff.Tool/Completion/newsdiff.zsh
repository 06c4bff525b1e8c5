#compdef newsdiff
# Completion of newsdiff in zsh: options after a dash, otherwise commands and values, otherwise files.
_newsdiff() {
  local -a suggestions
  local line="${words[*]}"
  suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  if [[ ${words[CURRENT]} != -* ]]; then
    suggestions=("${(@)suggestions:#-*}")
  fi
  suggestions=("${(@)suggestions:#}")
  if (( ${#suggestions} )); then
    compadd -a suggestions
  else
    _files
  fi
}
if [[ ${funcstack[1]} == _newsdiff ]]; then
  _newsdiff "$@"
else
  compdef _newsdiff newsdiff
fi
