using System.CommandLine;

namespace Responsables.Cli;

/// <summary>Every command, by group of verbs.</summary>
internal static class Commands
{
    public static RootCommand Root()
    {
        var root = new RootCommand(Words.Of("root"));
        root.Options.Add(Session.Data);
        root.Options.Add(Session.Database);
        foreach (var command in (Command[])
        [
            InitCommands.Init(), AccountsCommands.Group(), ServeCommands.Serve(), ServeCommands.Health(), FrameworkCommands.Group(),
            OrganizationsCommands.Group(), CampaignCommands.Group(), AnswersCommands.Group(), ConsolidateCommands.Consolidate(), SeriesCommands.Series(),
            SeriesCommands.Variation(), TargetsCommands.Group(), SupplementsCommands.Group(), CrosswalkCommands.Group(), AnomaliesCommands.Group(), RemindersCommands.Group(),
            EditionCommands.Group(), TrailCommands.Group(),
        ])
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
