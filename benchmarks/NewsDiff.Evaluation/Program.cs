using System.CommandLine;
using NewsDiff.Evaluation.Charset;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Evaluation.Extraction;
using NewsDiff.Evaluation.Feeds;
using NewsDiff.Evaluation.Fuzzing;
using NewsDiff.Evaluation.Tracking;
using NewsDiff.Evaluation.Urls;
using NewsDiff.Evaluation.Warc;

var root = new RootCommand("Measures NewsDiff on folders of data.")
{
    DiffCommand.Create(),
    ExtractionCommand.Create(),
    StabilityCommand.Create(),
    ControlsCommand.Create(),
    TrackingCommand.Create(),
    FeedsCommand.Create(),
    UrlsCommand.Create(),
    CharsetCommand.Create(),
    FuzzCommand.Create(),
    WarcCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
