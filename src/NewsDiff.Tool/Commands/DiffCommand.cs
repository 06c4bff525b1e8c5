using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Lines;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff diff OLD NEW</c>: compares two files word by word, or many pairs of texts.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> _old = new("OLD")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The old text or HTML page; - reads stdin.",
    };

    private readonly Argument<string> _new = new("NEW")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The new text or HTML page; - reads stdin.",
    };

    private readonly Option<bool> _lines = new("--jsonl")
    {
        Description = "Compare many pairs: read JSON Lines from stdin, and write a line for each pair of versions.",
    };

    private readonly LineInput _input = new();

    private readonly Option<string> _format = DiffFormats.Option();

    internal DiffCommand(ToolHost host, CommonOptions common)
        : base("diff", "Compare two texts or pages word by word.", host, common)
    {
        Validators.Add(result =>
        {
            bool hasNew = result.GetValue(_new) is not null;
            if (result.GetValue(_lines) ? result.GetValue(_old) is not null : !hasNew)
            {
                result.AddError(hasNew || result.GetValue(_lines)
                    ? "--jsonl reads stdin; leave out OLD and NEW."
                    : "Two files are needed: OLD and NEW.");
            }
        });
        Add(_old);
        Add(_new);
        Add(_lines);
        _input.AddTo(this);
        Add(_format);
        Add(common.Json);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff diff old.txt new.txt",
        "newsdiff diff old.html new.html --format html > changes.html",
        "curl -s https://example.org/story | newsdiff diff saved.html -",
        "newsdiff diff --jsonl < articles.jsonl > changes.jsonl",
    ];

    internal override string Details =>
        """
        With --jsonl, a line of the input has old and new, or versions (a list), and perhaps id and language. A version is a
        text with blank lines between its paragraphs, or an object with title, paragraphs and time. Each two consecutive
        versions give a line: id, from, to (numbers, from 1), hasChanges, wordsKept, wordsInserted, wordsDeleted, and rows:
        what changed in the title (row -1) and in rows of paragraphs, with old and new (their indexes, from 0) and edits
        (kind, oldStart, newStart in UTF-16 code units, text). The order is kept, and all processors are used. A line that
        cannot be read becomes {"line":7,"error":"…"}, and the exit code is 3.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        if (parse.GetValue(_lines))
        {
            LineSource source = await _input.OpenAsync(parse, Host, stop).ConfigureAwait(false);
            return await new LinePipeline(Host, new Screen(Host, parse, Common), PairWork.Diff).RunAsync(source, stop)
                .ConfigureAwait(false);
        }

        string oldName = parse.GetRequiredValue(_old);
        string newName = parse.GetRequiredValue(_new);
        if (oldName == LocalFile.Stdin && newName == LocalFile.Stdin)
        {
            throw new TroubleException("only one of OLD and NEW can be read from stdin.");
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
