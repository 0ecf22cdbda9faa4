"""People who sign in and the offices they hold."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from hocba.web.shared.fields import NameField, NameKeyField
from hocba.web.shared.keys import new_id
from hocba.web.shared.permissions import Role


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person. Rights come only from memberships; there is no superuser."""

    username = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True)
    full_name = NameField(max_length=150)
    name_key = NameKeyField()
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="user_email_once")]

    def __str__(self) -> str:
        return self.full_name


class StaffProfile(models.Model):
    """Numbers of a member of staff, apart from ``User`` so that no list carries them by accident.

    ``identity`` names the person in certificates (``CCCD:<12 digits>``). Sensitive.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="staff")
    staff_code = models.CharField(max_length=30, unique=True)
    identity = models.CharField(max_length=40, blank=True)


class Membership(models.Model):
    """An office held in a school or in an authority, from one day until another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    school = models.ForeignKey("schools.School", on_delete=models.PROTECT, null=True, related_name="memberships")
    authority = models.ForeignKey("schools.Authority", on_delete=models.PROTECT, null=True, related_name="memberships")
    title = models.CharField(max_length=80, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(school__isnull=True) ^ Q(authority__isnull=True), name="membership_school_or_authority"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("started_on")), name="membership_period"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "school"], condition=Q(ended_on__isnull=True), name="membership_once"
            ),
        ]

    @property
    def office(self) -> Role:
        return Role(self.role)
