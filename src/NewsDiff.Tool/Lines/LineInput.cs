using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NewsDiff.Tool.Commands;
using NewsDiff.Tool.Input;

namespace NewsDiff.Tool.Lines;

/// <summary>The options that choose the lines to read: stdin, a file, or part of one.</summary>
internal sealed class LineInput
{
    private readonly Option<string> _file = new("--input")
    {
        Description = "With --jsonl: read this file, not stdin.",
        HelpName = "FILE",
    };

    private readonly Option<FilePart?> _part = new("--part")
    {
        Description = "With --input: read only one of several parts, such as 3/8. The results of all parts, joined in order, "
            + "are the results of the whole file.",
        HelpName = "I/N",
        CustomParser = static result =>
        {
            if (FilePart.Parse(result.Tokens[0].Value) is { } part)
            {
                return part;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a part such as 3/8.");
            return null;
        },
    };

    internal void AddTo(ToolCommand command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetResult(_part) is not null && result.GetValue(_file) is null)
            {
                result.AddError("--part needs --input: stdin has no parts.");
            }
        });
        command.Add(_file);
        command.Add(_part);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The source disposes of the stream.")]
    internal async Task<LineSource> OpenAsync(ParseResult parse, ToolHost host, CancellationToken stop)
    {
        if (parse.GetValue(_file) is not { } path)
        {
            return new LineSource(host.ReadInput());
        }

        Stream stream = LocalFile.Open(path, host);
        if (stream is not FileStream file)
        {
            return new LineSource(stream);
        }

        (long begin, long end, long lines) = await (parse.GetValue(_part) ?? FilePart.Whole).FindAsync(file, stop)
            .ConfigureAwait(false);
        return new LineSource(new RangeStream(file, begin, end), lines, end - begin);
    }
}
