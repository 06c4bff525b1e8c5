using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Extraction;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff rules import SOURCE</c>: translates site configs of Full-Text RSS to rules.</summary>
internal sealed class RulesImportCommand : ToolCommand
{
    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "A site config such as example.com.txt, or a folder of them.",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The file for the rules; it is replaced. Without it, they are written to stdout.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Report one JSON object per line instead of text: host, line, directive, reason.",
    };

    internal RulesImportCommand(ToolHost host, CommonOptions common)
        : base("import", "Translate site configs of Full-Text RSS (ftr-site-config) to rules.", host, common)
    {
        Add(_source);
        Add(_output);
        Add(_json);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff rules import ftr-site-config/ --output rules.json",
        "newsdiff rules import example.com.txt > rules.json",
    ];

    internal override string Details =>
        """
        Translated are title, body, strip, strip_id_or_class, author and date. What is left out is reported on stderr,
        with file, line and reason. Headers, cookies, logins and names of browsers are never taken over.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isJson = parse.GetValue(_json);
        int leftOut = 0;
        Dictionary<string, string> files = await SiteConfigFiles
            .ReadAsync(parse.GetRequiredValue(_source), Host, stop).ConfigureAwait(false);
        string rules = SiteRules.ImportSiteConfigs(files, fault =>
        {
            stop.ThrowIfCancellationRequested();
            leftOut++;
            screen.Say(isJson ? JsonOf(fault) : fault.Message);
        });
        await WriteAsync(rules, parse.GetValue(_output), screen, stop).ConfigureAwait(false);
        if (!isJson)
        {
            int hosts = SiteRules.Parse(rules).All.Length;
            screen.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Files: {files.Count:N0}; rules: {hosts:N0}; lines and files left out: {leftOut:N0}."));
        }

        return ExitCodes.Success;
    }

    private static string JsonOf(SiteRulesException fault) => JsonLine.Of(json =>
    {
        json.WriteString("host", fault.Host);
        json.WriteNumber("line", fault.Line);
        json.WriteString("directive", fault.Field);
        json.WriteString("reason", fault.Message);
    });

    private static async Task WriteAsync(string rules, string? file, Screen screen, CancellationToken stop)
    {
        if (file is null)
        {
            await screen.WriteTextAsync(rules).ConfigureAwait(false);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file, rules, stop).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new TroubleException($"'{file}' cannot be written: {fault.Message}", fault);
        }
    }
}
