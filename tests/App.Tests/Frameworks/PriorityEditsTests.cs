using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.App.Tests.Frameworks;

/// <summary>Changing a priority changes that priority in the text, and nothing else.</summary>
public sealed class PriorityEditsTests
{
    [Fact]
    public async Task Every_priority_of_the_committed_frameworks_can_be_changed_alone()
    {
        foreach (var file in FrameworkFolder.Files(LoadFrameworks.Folder))
        {
            var before = await File.ReadAllTextAsync(file);
            var framework = FrameworkReader.Read(before).Framework!;
            foreach (var indicator in framework.Indicators)
            {
                var wanted = indicator.Priority == Priority.P1 ? Priority.Optional : Priority.P1;
                var after = PriorityEdits.Of(before, framework, framework.Version + 1, [new PriorityChange(indicator.Code, wanted)])!;
                var changed = before.Split('\n').Zip(after.Split('\n')).Where(p => p.First != p.Second).ToList();
                Assert.Equal(before.Split('\n').Length, after.Split('\n').Length);
                Assert.Equal(indicator.PriorityCertain ? 2 : 3, changed.Count);
                Assert.Contains(changed, c => c.Second.TrimEnd() == $"  version: {framework.Version + 1}");
                Assert.Contains(changed, c => c.Second.Trim() == $"priority: {(wanted == Priority.P1 ? "P1" : "optional")}");
            }

            var all = PriorityEdits.Of(before, framework, 2, [.. framework.Indicators.Select(i => new PriorityChange(i.Code, Priority.Optional))])!;
            var read = FrameworkReader.Read(all).Framework!;
            Assert.All(read.Indicators, i => Assert.True(i.Priority == Priority.Optional && i.PriorityCertain));
            Assert.Equal(2, read.Version);
        }
    }

    [Fact]
    public async Task An_unknown_indicator_changes_nothing()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(LoadFrameworks.Folder, "rso-2020.yaml"));
        Assert.Null(PriorityEdits.Of(yaml, FrameworkReader.Read(yaml).Framework!, 2, [new PriorityChange(new IndicatorCode("rien"), Priority.P1)]));
    }
}
