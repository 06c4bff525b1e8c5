using System.CommandLine;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Evaluation.Extraction;
using NewsDiff.Evaluation.Tracking;

var root = new RootCommand("Measures NewsDiff on folders of data.")
{
    DiffCommand.Create(),
    ExtractionCommand.Create(),
    StabilityCommand.Create(),
    ControlsCommand.Create(),
    TrackingCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
