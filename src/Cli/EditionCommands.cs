using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;
using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>Editions: frozen, approved, published, given out and held against what they were.</summary>
internal static class EditionCommands
{
    private static readonly IReadOnlyList<Column<EditionRead>> Columns =
    [
        new("edition", e => e.Edition.Number), new("year", e => e.Edition.Year), new("state", e => e.State.ToString().ToLowerInvariant()),
        new("created", e => e.Edition.CreatedAt), new("corrects", e => e.Edition.Corrects), new("public_from", e => e.Edition.Publication?.PublicFrom),
        new("bodies", e => e.Edition.Publication?.OpensBodies ?? false), new("sha256", e => e.Edition.Sha256),
    ];

    public static Command Group() => new("edition", Words.Of("edition")) { Create(), Approve(), Publish(), ExportCommands.Export(), Verify(), List() };

    internal static Argument<int> Number() => new("N") { Description = Words.Of("edition.number") };

    private static Command Create()
    {
        var year = CampaignCommands.Year();
        var reason = new Option<string>("--reason") { Description = Words.Of("edition.reason"), DefaultValueFactory = _ => "" };
        var command = new Command("create", Words.Of("edition.create")) { year, reason };
        command.SetAction((parsed, cancel) => Session.RunAsync<CreateEdition>(
            parsed,
            async (create, stop) => await Exit.OfAsync(
                await create.RunAsync(Actor.Command, parsed.GetValue(year), parsed.GetValue(reason)!, Guid.CreateVersion7(), stop),
                made => Console.Out.WriteLineAsync(Listing.Text(made.Number))),
            cancel));
        return command;
    }

    private static Command Approve()
    {
        var number = Number();
        var command = new Command("approve", Words.Of("edition.approve")) { number };
        command.SetAction((parsed, cancel) => Session.RunAsync<DecideEdition>(
            parsed,
            async (decide, stop) => await OfAsync(
                parsed.GetValue(number), await decide.ApproveAsync(Actor.Command, parsed.GetValue(number), Guid.CreateVersion7(), stop), _ => Task.CompletedTask),
            cancel));
        return command;
    }

    private static Command Publish()
    {
        var number = Number();
        var embargo = Days.Option("--embargo", Words.Of("edition.embargo"));
        var bodies = new Option<bool>("--bodies") { Description = Words.Of("edition.bodies") };
        var command = new Command("publish", Words.Of("edition.publish")) { number, embargo, bodies };
        command.SetAction((parsed, cancel) => Session.RunAsync<PublishEdition>(
            parsed,
            async (publish, stop) => await OfAsync(
                parsed.GetValue(number),
                await publish.RunAsync(
                    Actor.Command, parsed.GetValue(number),
                    new PublicationTerms(parsed.GetValue(embargo), parsed.GetValue(bodies)), Guid.CreateVersion7(), stop),
                published => Listing.WriteAsync(
                    ListFormat.Json,
                    [new Column<EditionPublished>("edition", p => p.Number), new("public_from", p => p.PublicFrom), new("restatements", p => p.Restatements)], published)),
            cancel));
        return command;
    }

    private static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Words.Of("edition.file") };
        var command = new Command("verify", Words.Of("edition.verify")) { file };
        command.SetAction((parsed, cancel) => Session.OpenAsync(parsed, async services =>
        {
            var content = await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, cancel);
            // Where there is no instance the file is held against itself, and the reader is told which key to compare.
            var db = services.GetRequiredService<AppDb>();
            var verified = await DatabaseState.OfAsync(db, cancel) == DatabaseReadiness.Ready
                ? await VerifyEdition.HereAsync(db, content, cancel)
                : VerifyEdition.Alone(content);
            if (verified is null)
            {
                return Exit.Tell(new Problem("publications.verify-not-an-edition", null));
            }

            await Listing.WriteAsync(
                ListFormat.Json,
                [
                    new Column<EditionVerified>("edition", v => v.Check.Edition), new("year", v => v.Check.Year), new("sha256", v => v.Check.Seal),
                    new("key", v => v.Check.Key), new("key_of_this_instance", v => v.IsOwnKey), new("sections", v => v.Check.Sections.Count),
                    new("left_out", v => v.Check.Sections.Count(s => s.State == SectionState.LeftOut)), new("genuine", v => v.Faults.Count == 0),
                ],
                verified);
            if (verified.IsOwnKey is null)
            {
                await Console.Error.WriteLineAsync(Words.Of("edition.verify-alone", verified.Check.Key ?? "—"));
            }

            return verified.Faults.Count == 0 ? Exit.Done : Exit.Tell(verified.Faults);
        }));
        return command;
    }

    private static Command List()
    {
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("edition.list")) { format };
        command.SetAction((parsed, cancel) => Session.RunAsync<EditionsQuery>(
            parsed,
            async (editions, stop) =>
            {
                await Listing.WriteAsync(parsed.GetValue(format), Columns, (await editions.ListAsync(Actor.Command, stop)).Reverse());
                return Exit.Done;
            },
            cancel));
        return command;
    }

    /// <summary>An edition that is not there is named.</summary>
    internal static Task<int> OfAsync<T>(int number, Outcome<T> outcome, Func<T, Task> show) => outcome is Outcome<T>.Missing
        ? Task.FromResult(Exit.Tell(new Problem("publications.edition-unknown", null, number)))
        : Exit.OfAsync(outcome, show);
}
