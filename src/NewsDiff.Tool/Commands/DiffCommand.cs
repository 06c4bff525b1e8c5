using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff diff OLD NEW</c>: compares two files word by word.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> _old = new("OLD")
    {
        Description = "The old text or HTML page; - reads stdin.",
    };

    private readonly Argument<string> _new = new("NEW")
    {
        Description = "The new text or HTML page; - reads stdin.",
    };

    private readonly Option<string> _format = DiffFormats.Option();

    internal DiffCommand(ToolHost host, CommonOptions common)
        : base("diff", "Compare two texts or pages word by word.", host, common)
    {
        Add(_old);
        Add(_new);
        Add(_format);
        Add(common.Json);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff diff old.txt new.txt",
        "newsdiff diff old.html new.html --format html > changes.html",
        "curl -s https://example.org/story | newsdiff diff saved.html -",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        string oldName = parse.GetRequiredValue(_old);
        string newName = parse.GetRequiredValue(_new);
        if (oldName == LocalFile.Stdin && newName == LocalFile.Stdin)
        {
            throw new TroubleException("only one of the two can be read from stdin.");
        }

        Article before = await ArticleInput.ReadAsync(oldName, Host, stop).ConfigureAwait(false);
        Article after = await ArticleInput.ReadAsync(newName, Host, stop).ConfigureAwait(false);
        ArticleDiff diff = ArticleDiff.Compute(before, after);

        var screen = new Screen(Host, parse, Common);
        string format = parse.GetValue(Common.Json) ? DiffFormats.Json : parse.GetRequiredValue(_format);
        await DiffFormats.WriteAsync(diff, format, screen).ConfigureAwait(false);
        return diff.HasChanges ? ExitCodes.Different : ExitCodes.Success;
    }
}
