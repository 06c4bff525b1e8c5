using System.CommandLine;
using NewsDiff.Evaluation.Alignment;
using NewsDiff.Evaluation.Cards;
using NewsDiff.Evaluation.Cases;
using NewsDiff.Evaluation.Charset;
using NewsDiff.Evaluation.Classes;
using NewsDiff.Evaluation.Corpus;
using NewsDiff.Evaluation.Crashes;
using NewsDiff.Evaluation.Delivery;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Evaluation.Extraction;
using NewsDiff.Evaluation.Feeds;
using NewsDiff.Evaluation.Fuzzing;
using NewsDiff.Evaluation.Hostile;
using NewsDiff.Evaluation.Moves;
using NewsDiff.Evaluation.Notices;
using NewsDiff.Evaluation.Politeness;
using NewsDiff.Evaluation.Provenance;
using NewsDiff.Evaluation.Robots;
using NewsDiff.Evaluation.Schedule;
using NewsDiff.Evaluation.Sentences;
using NewsDiff.Evaluation.Simulation;
using NewsDiff.Evaluation.Ssrf;
using NewsDiff.Evaluation.Stores;
using NewsDiff.Evaluation.Tracking;
using NewsDiff.Evaluation.Urls;
using NewsDiff.Evaluation.Warc;
using NewsDiff.Evaluation.Workers;
using NewsDiff.Evaluation.Xss;

var root = new RootCommand("Measures NewsDiff on folders of data.")
{
    DiffCommand.Create(),
    RevisionsCommand.Create(),
    EditsCommand.Create(),
    AlignmentCommand.Create(),
    MovesCommand.Create(),
    ClassesCommand.Create(),
    ProvenanceCommand.Create(),
    CorpusCommand.Create(),
    SentencesCommand.Create(),
    RefactorsCommand.Create(),
    ExtractionCommand.Create(),
    ListingsCommand.Create(),
    StabilityCommand.Create(),
    ControlsCommand.Create(),
    VolatileCommand.Create(),
    CutCommand.Create(),
    HostilePagesCommand.Create(),
    TrackingCommand.Create(),
    DeliveryCommand.Create(),
    DeliveryHost.Create(),
    NoticesCommand.Create(),
    CardsCommand.Create(),
    CrashCommand.Create(),
    CrashWriter.Create(),
    WorkersCommand.Create(),
    WorkerHost.Create(),
    ModelCommand.Create(),
    JudgementCommand.Create(),
    MetadataCommand.Create(),
    FeedsCommand.Create(),
    HostileFeedsCommand.Create(),
    UrlsCommand.Create(),
    CharsetCommand.Create(),
    FuzzCommand.Create(),
    GuidedFuzzCommand.Create(),
    RobotsCommand.Create(),
    CasesCommand.Create(),
    HostileCommand.Create(),
    SsrfCommand.Create(),
    XssCommand.Create(),
    ScheduleCommand.Create(),
    SimulateCommand.Create(),
    PolitenessCommand.Create(),
    LoadCommand.Create(),
    WarcCommand.Create(),
    StoreCommand.Create(),
    SearchCommand.Create(),
};

// A worker that is asked to stop ends its visits first.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
