using Responsables.App.Publications;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>Publishes the last two years that are over, with the federation's foreword and targets: what the public of the demonstration reads.</summary>
public sealed class PlayEditions(PlayTargets targets, ReportOutline outline, WriteReport texts, CreateEdition create, DecideEdition decide, PublishEdition publish)
{
    private static readonly Actor Writer = Somebody("Camille Arnaud (démonstration)", Role.Federation);
    private static readonly Actor Reader = Somebody("Sacha Lemoine (démonstration)", Role.Federation);
    private static readonly Actor Committee = Somebody("Dominique Vasseur (démonstration)", Role.Committee);

    private const int Years = 2;

    public async Task RunAsync(CancellationToken cancel)
    {
        // The last campaign runs still: the two before it are over.
        var years = (await outline.YearsAsync(cancel)).Skip(1).Take(Years).Reverse();
        var federation = (await outline.OfYearAsync(Actor.Command, years.First(), cancel))[0].Owner.Node;
        await targets.RunAsync(Writer, federation, cancel);
        foreach (var year in years)
        {
            await WriteAsync(federation, year, ReportOutline.Foreword, Forewords.Of(year), cancel);
            var edition = Done(await create.RunAsync(Writer, year, "", Guid.CreateVersion7(), cancel)).Number;
            Done(await decide.ApproveAsync(Committee, edition, Guid.CreateVersion7(), cancel));
            Done(await publish.RunAsync(Writer, edition, new PublicationTerms(null, OpensBodies: false), Guid.CreateVersion7(), cancel));
        }
    }

    private async Task WriteAsync(NodeKey federation, int year, string section, string text, CancellationToken cancel)
    {
        var kept = Done(await texts.WriteAsync(Writer, year, federation, section, text, 0, Guid.CreateVersion7(), cancel));
        Done(await texts.SignAsync(Reader, year, federation, section, kept.Version, Guid.CreateVersion7(), cancel));
    }

    private static Actor Somebody(string name, Role role) => new(Guid.CreateVersion7(), name, [new Grant(role, null)], false);

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done done
        ? done.Value
        : throw new InvalidOperationException(outcome is Outcome<T>.Refused refused ? string.Join(' ', refused.Problems.Select(p => $"{p.Code} {p.Place}")) : outcome.GetType().Name);
}
