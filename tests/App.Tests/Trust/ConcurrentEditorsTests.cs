using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Goal G3: several editors of one value never overwrite each other without knowing. The control takes the version away from what editors
/// send: the same check must then find overwritten values.
/// </summary>
public class ConcurrentEditorsTests
{
    private const int Editors = 8;
    private const int Edits = 200;

    [Theory, EachEngine]
    public async Task Eight_editors_of_one_value_never_overwrite_each_other_unknowingly(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var watch = Stopwatch.StartNew();
        var (faults, written, losses) = await EditAsync(campaign, Edits, carriesVersion: true);
        Assert.Empty(faults);
        Assert.True(written > 0 && losses > 0, $"{written} written, {losses} refused: they never met.");
        Assert.Equal(Editors * Edits, written + losses);
        Assert.Equal(0, (await campaign.RebuildAsync()).Differing);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"G3 {engine}: {Editors} editors × {Edits} edits in {watch.Elapsed.TotalSeconds:F1} s, {written} versions, {losses} conflicts told, 0 silent overwrite");
    }

    [Theory, EachEngine]
    public async Task The_check_finds_overwrites_when_editors_do_not_say_what_they_saw(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var (faults, _, _) = await EditAsync(campaign, 10, carriesVersion: false);
        Assert.Contains(faults, f => f.Contains("overwrote", StringComparison.Ordinal));
    }

    private static async Task<(IReadOnlyList<string> Faults, int Written, int Losses)> EditAsync(SmallCampaign campaign, int edits, bool carriesVersion)
    {
        var submission = (await campaign.SubmissionsAsync())[SmallFederation.Alpha75];
        var written = new ConcurrentBag<Write>();
        var faults = new ConcurrentBag<string>();
        var losses = 0;
        await Task.WhenAll(Enumerable.Range(1, Editors).Select(number => Task.Run(async () =>
        {
            var editor = People.Of(Role.Contributor, SmallFederation.Alpha75, number);
            var shown = People.Nothing;
            for (var i = 0; i < edits; i++)
            {
                var mine = ((number * 1000) + i).ToString(CultureInfo.InvariantCulture);
                var edit = new AnswerEdit(SmallFramework.Staff, CellKey.Total, AnswerState.Given, mine, null, carriesVersion ? shown : null);
                switch (await campaign.SaveAsync(editor, submission, [edit], Guid.NewGuid()))
                {
                    case Outcome<AnswersSaved>.Done { Value.Changed: [var saved] }:
                        written.Add(new Write(shown.Version, shown.Value, saved.Version, mine));
                        shown = new ShownAnswer(saved.Version, AnswerState.Given, mine, null);
                        break;
                    case Outcome<AnswersSaved>.Stale { Problems: [{ Code: "submissions.conflict" } told] }:
                        Interlocked.Increment(ref losses);
                        if (!Equals(told.Arguments[0], mine) || !Equals(told.Arguments[2], shown.Value) || Equals(told.Arguments[1], shown.Value))
                        {
                            faults.Add($"{mine}: told {string.Join(" / ", told.Arguments)} after {shown.Value}");
                        }

                        shown = await campaign.ShownAsync(submission, SmallFramework.Staff);
                        break;
                    case var other:
                        faults.Add($"{mine}: {other}");
                        break;
                }
            }
        })));
        var told = await campaign.ToldAsync(submission, SmallFramework.Staff);
        var last = await campaign.ShownAsync(submission, SmallFramework.Staff);
        return ([.. faults, .. Faults([.. written.OrderBy(w => w.Version)], told, last)], written.Count, losses);
    }

    /// <summary>Whether each write followed the one that its editor had seen, and the trail tells the same story.</summary>
    private static IEnumerable<string> Faults(List<Write> written, List<Told> told, ShownAnswer last)
    {
        for (var i = 0; i < written.Count; i++)
        {
            var write = written[i];
            if (write.Version != i + 1)
            {
                yield return $"version {write.Version} stands {i + 1}: not one winner a version";
            }

            if (write.BaseVersion != write.Version - 1 || write.BaseValue != (i == 0 ? null : written[i - 1].Value))
            {
                yield return $"{write.Value} (version {write.Version}) overwrote what its editor had not seen: had seen version {write.BaseVersion}";
            }
        }

        if (told.Count != written.Count || last.Version != written.Count || last.Value != written[^1].Value)
        {
            yield return $"{written.Count} written, {told.Count} in the trail, version {last.Version} kept";
        }

        for (var i = 0; i < Math.Min(told.Count, written.Count); i++)
        {
            if (told[i].After != written[i].Value || told[i].Before != (i == 0 ? null : told[i - 1].After))
            {
                yield return $"the trail tells {told[i]} where {written[i]} was written";
            }
        }
    }

    private sealed record Write(int BaseVersion, string? BaseValue, int Version, string Value);
}
