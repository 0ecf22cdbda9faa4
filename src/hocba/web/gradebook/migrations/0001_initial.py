import django.db.models.deletion
import hocba.web.shared.keys
from django.conf import settings
from django.db import migrations, models

from hocba.web.shared.db import AppendOnly, TenantTable


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        ('registry', '0001_initial'),
        ('schools', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EntryHistory',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('term', models.PositiveSmallIntegerField(null=True)),
                ('column', models.CharField(max_length=20)),
                ('old', models.TextField(blank=True)),
                ('new', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField()),
                ('batch', models.UUIDField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('class_subject', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.classsubject')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.enrolment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['batch'], name='history_batch')],
            },
        ),
        migrations.CreateModel(
            name='EntryLock',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('term', models.PositiveSmallIntegerField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.CharField(max_length=500)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('class_subject', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.classsubject')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entry_locks', to='schools.schoolclass')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school_class', 'class_subject', 'term'), name='entry_lock_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('term', models.PositiveSmallIntegerField()),
                ('reason', models.CharField(max_length=500)),
                ('granted_at', models.DateTimeField(auto_now_add=True)),
                ('class_subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemptions', to='schools.classsubject')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemptions', to='registry.enrolment')),
                ('granted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('enrolment', 'class_subject', 'term'), name='exemption_once'), models.CheckConstraint(condition=models.Q(('term__range', (1, 2))), name='exemption_term')],
            },
        ),
        migrations.CreateModel(
            name='HomeroomEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('column', models.CharField(max_length=20)),
                ('version', models.PositiveIntegerField(default=1)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('value', models.TextField(blank=True)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.enrolment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('updated_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('enrolment', 'column'), name='homeroom_cell_once')],
            },
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('column', models.CharField(max_length=20)),
                ('version', models.PositiveIntegerField(default=1)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('term', models.PositiveSmallIntegerField()),
                ('tenths', models.PositiveSmallIntegerField(null=True)),
                ('result', models.CharField(blank=True, choices=[('Đ', 'PASS'), ('CĐ', 'FAIL')], max_length=2)),
                ('class_subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='schools.classsubject')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.enrolment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('updated_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('class_subject', 'term', 'enrolment', 'column'), name='mark_cell_once'), models.CheckConstraint(condition=models.Q(('tenths__range', (0, 100))), name='mark_in_tenths'), models.CheckConstraint(condition=models.Q(('result__in', ['', 'Đ', 'CĐ'])), name='mark_result'), models.CheckConstraint(condition=models.Q(('tenths__isnull', True), ('result', ''), _connector='OR'), name='mark_or_result'), models.CheckConstraint(condition=models.Q(('term__range', (1, 3))), name='mark_term')],
            },
        ),
        migrations.CreateModel(
            name='SavedBatch',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField()),
                ('sheet', models.CharField(max_length=100)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('request', models.CharField(max_length=64)),
                ('answer', models.JSONField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('by', 'key'), name='batch_once')],
            },
        ),
        migrations.CreateModel(
            name='SubjectRemark',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('column', models.CharField(max_length=20)),
                ('version', models.PositiveIntegerField(default=1)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('value', models.TextField(blank=True)),
                ('class_subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='schools.classsubject')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.enrolment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('updated_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('class_subject', 'enrolment', 'column'), name='remark_cell_once')],
            },
        ),
        TenantTable("Mark"),
        TenantTable("SubjectRemark"),
        TenantTable("HomeroomEntry"),
        TenantTable("Exemption"),
        TenantTable("EntryHistory"),
        TenantTable("SavedBatch"),
        TenantTable("EntryLock"),
        AppendOnly("EntryHistory"),
    ]
