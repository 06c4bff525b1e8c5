using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Lines;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff analyze --jsonl</c>: classifies the changes of many pairs of versions.</summary>
internal sealed class AnalyzeCommand : ToolCommand
{
    private readonly Option<bool> _lines = new("--jsonl")
    {
        Description = "Read JSON Lines from stdin, and write a line for each pair of versions. Required.",
    };

    private readonly LineInput _input = new();

    internal AnalyzeCommand(ToolHost host, CommonOptions common)
        : base("analyze", "Classify the changes between many pairs of versions.", host, common)
    {
        Validators.Add(result =>
        {
            if (!result.GetValue(_lines))
            {
                result.AddError("--jsonl is needed: the command reads JSON Lines.");
            }
        });
        Add(_lines);
        _input.AddTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff analyze --jsonl < articles.jsonl > changes.jsonl",
        "newsdiff analyze --jsonl --input articles.jsonl --part 3/8 > changes-3.jsonl",
    ];

    internal override string Details =>
        """
        The input is that of 'newsdiff diff --jsonl'. A line of the output has: id, from, to (numbers of versions, from
        1), hasChanges, wordsKept, wordsInserted, wordsDeleted, significance (0 to 100), knowsLanguage, classes
        (docs/classes.md) and sentences (how many are unchanged, edited, added, deleted, split, merged, refactored;
        docs/research.md). A line that cannot be read becomes {"line":7,"error":"…"}, and the exit code is 3.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        LineSource source = await _input.OpenAsync(parse, Host, stop).ConfigureAwait(false);
        return await new LinePipeline(Host, new Screen(Host, parse, Common), PairWork.Analyze).RunAsync(source, stop)
            .ConfigureAwait(false);
    }
}
