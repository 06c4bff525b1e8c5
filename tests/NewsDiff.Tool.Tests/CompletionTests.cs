using System.Globalization;

namespace NewsDiff.Tool.Tests;

/// <summary>The completion of command lines, as bash does it.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("newsdiff wat", "watch")]
    [InlineData("newsdiff list --so", "--source")]
    [InlineData("newsdiff diff a b --format uni", "unified")]
    [InlineData("newsdiff completion ", "bash fish pwsh zsh")]
    [InlineData("newsdiff diff ", "")]
    public async Task Bash_completes_commands_options_and_values_and_leaves_files_to_itself(
        string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        using var folder = new TemporaryFolder();
        string script = folder.File("newsdiff.bash");
        await File.WriteAllTextAsync(
            script,
            (await ToolRun.RunAsync("completion", "bash")).Exits(0).Output,
            TestContext.Current.CancellationToken);

        // What bash sets when somebody presses Tab at the end of the line.
        ToolResult result = await ToolChild.ShellAsync(
            """
            exec bash -c 'newsdiff() { $TOOL "$@"; }
            . "$1"
            COMP_LINE=$2; COMP_POINT=$3
            read -ra COMP_WORDS <<< "$2"
            case "$2" in *" ") COMP_WORDS+=("") ;; esac
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _newsdiff
            printf "%s " "${COMPREPLY[@]}"' bash "$@"
            """,
            [],
            [script, line, line.Length.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal(expected, result.Exits(0).Output.Trim());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _newsdiff newsdiff")]
    [InlineData("zsh", "#compdef newsdiff")]
    [InlineData("fish", "complete -c newsdiff")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_has_a_script(string shell, string part)
    {
        ToolResult script = await ToolRun.RunAsync("completion", shell);

        Assert.Contains(part, script.Exits(0).Output, StringComparison.Ordinal);
    }
}
