using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff completion SHELL</c>: writes a script that lets a shell complete command lines.</summary>
/// <remarks>The script asks the tool itself, with the directive <c>[suggest]</c>, so it is never out of date.</remarks>
internal sealed class CompletionCommand : ToolCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell: bash, zsh, fish or pwsh." };

    internal CompletionCommand(ToolHost host, CommonOptions common)
        : base("completion", "Write a script that lets a shell complete command lines.", host, common)
    {
        _shell.Offer(Shells);
        Add(_shell);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff completion bash > ~/.local/share/bash-completion/completions/newsdiff",
        "newsdiff completion zsh > ~/.zfunc/_newsdiff    # with fpath+=~/.zfunc before compinit in ~/.zshrc",
        "newsdiff completion fish > ~/.config/fish/completions/newsdiff.fish",
        "newsdiff completion pwsh >> $PROFILE",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        string name = $"completion.{parse.GetRequiredValue(_shell)}";
        Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        string script = await reader.ReadToEndAsync(stop).ConfigureAwait(false);
        await new Screen(Host, parse, Common).WriteTextAsync(script).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
