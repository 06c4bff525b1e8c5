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
        Description = "Read JSON Lines from stdin and write one for each pair of versions. There is no other way yet.",
    };

    internal AnalyzeCommand(ToolHost host, CommonOptions common)
        : base("analyze", "Say what kind of change many pairs of versions are.", host, common)
    {
        Validators.Add(result =>
        {
            if (!result.GetValue(_lines))
            {
                result.AddError("--jsonl is needed: lines are read from stdin.");
            }
        });
        Add(_lines);
    }

    internal override ImmutableArray<string> Examples =>
        ["newsdiff analyze --jsonl < articles.jsonl > changes.jsonl"];

    internal override string Details =>
        """
        A line of the input is that of 'newsdiff diff --jsonl'. A line of the output has: id, from, to (numbers of versions,
        from 1), hasChanges, wordsKept, wordsInserted, wordsDeleted, significance (0 to 100), knowsLanguage, classes
        (docs/classes.md) and sentences (how many are unchanged, edited, added, deleted, split, merged, refactored;
        docs/research.md). A line that cannot be read becomes {"line":7,"error":"…"}, and the exit code is 3.
        """;

    private protected override Task<int> RunAsync(ParseResult parse, CancellationToken stop) =>
        new LinePipeline(Host, new Screen(Host, parse, Common), PairWork.Analyze).RunAsync(stop);
}
