# Completion of newsdiff in fish: options after a dash, otherwise commands, values and files.
function __newsdiff_suggestions
    set -l line (commandline -cp)
    set -l suggestions (newsdiff "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    if string match -q -- '-*' (commandline -ct)
        string match -- '-*' $suggestions
    else
        string match -v -- '-*' $suggestions
    end
end
complete -c newsdiff -a '(__newsdiff_suggestions)'
